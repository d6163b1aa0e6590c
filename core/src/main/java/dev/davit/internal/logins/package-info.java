/** Connecting by a log-in on the server's own page: begun, asked after, kept or undone. */
@NullMarked
package dev.davit.internal.logins;

import org.jspecify.annotations.NullMarked;
