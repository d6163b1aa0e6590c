/**
 * Every port in memory: real in what they promise, gone when the process ends. For tests, never for
 * use.
 */
@NullMarked
package dev.davit.testkit.memory;

import org.jspecify.annotations.NullMarked;
