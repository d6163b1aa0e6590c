/** Davit with prepared data and servers to play with. */
@NullMarked
package dev.davit.demo;

import org.jspecify.annotations.NullMarked;
