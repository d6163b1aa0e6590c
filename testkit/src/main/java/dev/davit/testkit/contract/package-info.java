/**
 * What every adapter of a port must do, as JUnit classes to extend: one for each port. The subclass
 * only says how a fresh adapter is made.
 */
@NullMarked
package dev.davit.testkit.contract;

import org.jspecify.annotations.NullMarked;
