/** Real servers on loopback, for tests: PostgreSQL, Redis and S3, brought by the build. */
@NullMarked
package dev.davit.testservers;

import org.jspecify.annotations.NullMarked;
