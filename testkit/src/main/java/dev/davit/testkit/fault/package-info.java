/** Things that go wrong when a test says so: at the nth call, half-way, or only just after. */
@NullMarked
package dev.davit.testkit.fault;

import org.jspecify.annotations.NullMarked;
