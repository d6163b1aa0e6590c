/** Microsoft Graph's drives, emulated: strict, with real state, and able to go wrong on demand. */
@NullMarked
package dev.davit.emulator.microsoft.graph;

import org.jspecify.annotations.NullMarked;
