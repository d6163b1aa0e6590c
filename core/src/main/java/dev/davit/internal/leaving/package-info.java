/** Taking connections down, with or without the documents that are in them. */
@NullMarked
package dev.davit.internal.leaving;

import org.jspecify.annotations.NullMarked;
