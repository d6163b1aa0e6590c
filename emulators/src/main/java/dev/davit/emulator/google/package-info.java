/**
 * Google on 127.0.0.1: accounts, a strict OAuth authorization server, and the origin on which
 * Google's APIs are mounted. Every rule names the page of the vendor, or the RFC, that it comes
 * from.
 */
@NullMarked
package dev.davit.emulator.google;

import org.jspecify.annotations.NullMarked;
