/** What is kept for a time only. */
@NullMarked
package dev.davit.internal.retention;

import org.jspecify.annotations.NullMarked;
