/** What emulators of file storages have in common: content on disk, JSON, ranges, pages. */
@NullMarked
package dev.davit.emulator.files;

import org.jspecify.annotations.NullMarked;
