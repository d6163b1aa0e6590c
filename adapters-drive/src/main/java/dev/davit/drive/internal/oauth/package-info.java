/** Grants of Google accounts. */
@NullMarked
package dev.davit.drive.internal.oauth;

import org.jspecify.annotations.NullMarked;
