/** The faults strike when they should, and only then. */
@NullMarked
package dev.davit.testkit.fault;

import org.jspecify.annotations.NullMarked;
