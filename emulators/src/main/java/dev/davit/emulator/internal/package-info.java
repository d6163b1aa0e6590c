/** What the emulators are built of. */
@NullMarked
package dev.davit.emulator.internal;

import org.jspecify.annotations.NullMarked;
