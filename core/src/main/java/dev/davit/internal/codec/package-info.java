/** Values as bytes, in one form only: what is sealed, hashed and chained. */
@NullMarked
package dev.davit.internal.codec;

import org.jspecify.annotations.NullMarked;
