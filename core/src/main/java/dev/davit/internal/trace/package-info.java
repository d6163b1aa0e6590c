/** How failures that nobody foresaw are logged. */
@NullMarked
package dev.davit.internal.trace;

import org.jspecify.annotations.NullMarked;
