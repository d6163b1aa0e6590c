package dev.davit;

import dev.davit.ports.Secret;
import java.net.URI;
import java.time.Duration;

/**
 * A log-in that waits for the user on a server's own page.
 *
 * @param flow its handle, 256 random bits or more: what to ask after it with; of no use to anybody
 *     but its owner
 * @param page where to send the user's browser: an address of the server that the user named
 * @param lifetime how long the user has
 * @param interval how long to wait between asking; asking sooner is of no use
 */
public record StartedLogin(Secret flow, URI page, Duration lifetime, Duration interval) {}
