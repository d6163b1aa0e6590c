/** Contract suites and in-memory adapters, for the tests of adapters and embedders. */
@NullMarked
package dev.davit.testkit;

import org.jspecify.annotations.NullMarked;
