/** The use cases, and the facade over them. */
@NullMarked
package dev.davit;

import org.jspecify.annotations.NullMarked;
