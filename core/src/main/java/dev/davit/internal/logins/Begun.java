package dev.davit.internal.logins;

import dev.davit.ports.Secret;
import java.net.URI;
import java.time.Duration;

/**
 * A log-in that has begun.
 *
 * @param handle what its user asks after it with
 * @param page where to send the user's browser
 * @param lifetime how long the user has
 */
public record Begun(Secret handle, URI page, Duration lifetime) {}
