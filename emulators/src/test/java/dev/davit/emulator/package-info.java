/** What the tests of the emulators share. */
@NullMarked
package dev.davit.emulator;

import org.jspecify.annotations.NullMarked;
