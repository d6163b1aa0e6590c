/** Tests of content as the emulators keep it. */
@NullMarked
package dev.davit.emulator.files;

import org.jspecify.annotations.NullMarked;
