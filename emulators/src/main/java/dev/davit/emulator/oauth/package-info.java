/**
 * What clouds have in common that people connect by OAuth: pages that are bound to a browser, PKCE,
 * forms, signed id tokens, and one origin on loopback at which APIs are mounted.
 */
@NullMarked
package dev.davit.emulator.oauth;

import org.jspecify.annotations.NullMarked;
