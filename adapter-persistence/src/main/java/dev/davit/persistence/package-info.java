/** Where what Davit knows is kept. */
@NullMarked
package dev.davit.persistence;

import org.jspecify.annotations.NullMarked;
