/** Whose storage it is, and whether it may be served. */
@NullMarked
package dev.davit.internal.owners;

import org.jspecify.annotations.NullMarked;
