/** The adapters in memory do what the contracts say. */
@NullMarked
package dev.davit.testkit.memory;

import org.jspecify.annotations.NullMarked;
