package dev.davit.outbound.transfer;

import java.time.Duration;

/**
 * How long a server may take over a body.
 *
 * @param answer from the end of a request to the head of its answer
 * @param idle how long bytes may stand still
 * @param leastRate bytes a second that must move on average, counting only time spent waiting for
 *     the server
 */
public record BodyLimits(Duration answer, Duration idle, long leastRate) {}
