/** The sealed credentials, and where opened storages get them from. */
@NullMarked
package dev.davit.internal.credentials;

import org.jspecify.annotations.NullMarked;
