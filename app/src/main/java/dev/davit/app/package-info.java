/** Configuration, wiring and the command line. */
@NullMarked
package dev.davit.app;

import org.jspecify.annotations.NullMarked;
