/**
 * Bodies on their way to and from servers: watched, counted, and cut where they are too slow; and
 * uploads in pieces that go on where they were interrupted.
 */
@NullMarked
package dev.davit.outbound.transfer;

import org.jspecify.annotations.NullMarked;
