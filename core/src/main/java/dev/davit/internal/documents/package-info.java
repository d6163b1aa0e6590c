/** Documents on their way in, out, and away. */
@NullMarked
package dev.davit.internal.documents;

import org.jspecify.annotations.NullMarked;
