/**
 * Clouds of other vendors, on loopback: strict, with real state, and with faults on demand. What
 * every one of them has is here; each vendor has a package of its own.
 */
@NullMarked
package dev.davit.emulator;

import org.jspecify.annotations.NullMarked;
