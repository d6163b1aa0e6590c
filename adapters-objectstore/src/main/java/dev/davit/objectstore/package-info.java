/** The application's own storage. */
@NullMarked
package dev.davit.objectstore;

import org.jspecify.annotations.NullMarked;
