/** What callers hand in: checked before anything is done with it, refused in one style. */
@NullMarked
package dev.davit.internal.input;

import org.jspecify.annotations.NullMarked;
