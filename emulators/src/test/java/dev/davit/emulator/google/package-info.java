/** Tests of the emulated Google. */
@NullMarked
package dev.davit.emulator.google;

import org.jspecify.annotations.NullMarked;
