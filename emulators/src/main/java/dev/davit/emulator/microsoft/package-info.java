/**
 * Microsoft on 127.0.0.1: tenants, personal and work accounts, a strict identity platform, and the
 * origin on which Microsoft Graph is mounted. Every rule names the page of the vendor, or the RFC,
 * that it comes from; pages without a host are below learn.microsoft.com/entra/identity-platform.
 */
@NullMarked
package dev.davit.emulator.microsoft;

import org.jspecify.annotations.NullMarked;
