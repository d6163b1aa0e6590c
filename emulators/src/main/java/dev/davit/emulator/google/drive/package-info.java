/**
 * Google Drive v3, emulated: strict, with real state and with faults on demand. Each rule names the
 * vendor's page that it comes from; pages are below {@code
 * developers.google.com/workspace/drive/api/}.
 */
@NullMarked
package dev.davit.emulator.google.drive;

import org.jspecify.annotations.NullMarked;
