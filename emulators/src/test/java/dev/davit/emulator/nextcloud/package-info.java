/** Each rule of the emulated Nextcloud, by a plain HTTP client, and by clients of others. */
@NullMarked
package dev.davit.emulator.nextcloud;

import org.jspecify.annotations.NullMarked;
