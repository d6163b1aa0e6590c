/** Tests of Google Drive v3 as it is emulated. */
@NullMarked
package dev.davit.emulator.google.drive;

import org.jspecify.annotations.NullMarked;
