/** The rules for built-in accounts: emails, passwords, log-in limits, sessions. */
@NullMarked
package dev.davit.internal.accounts;

import org.jspecify.annotations.NullMarked;
