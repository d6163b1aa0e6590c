/** Connecting Microsoft accounts, and keeping them connected. */
@NullMarked
package dev.davit.onedrive.internal.oauth;

import org.jspecify.annotations.NullMarked;
