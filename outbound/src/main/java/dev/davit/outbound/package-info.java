/** Which addresses may be reached. */
@NullMarked
package dev.davit.outbound;

import org.jspecify.annotations.NullMarked;
