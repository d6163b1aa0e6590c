/** Takes down all that an owner has. */
@NullMarked
package dev.davit.internal.purge;

import org.jspecify.annotations.NullMarked;
