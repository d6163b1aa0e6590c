package dev.davit.internal.logins;

import dev.davit.ports.Owner;
import dev.davit.ports.store.Connection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A log-in as it was when it was looked up.
 *
 * @param owner whose
 * @param key under what it is kept
 * @param now the database's time of that moment
 * @param until when its time is over
 * @param made the connection that came of it; null if none has yet
 */
record LoginAt(Owner owner, LoginKey key, Instant now, Instant until, @Nullable Connection made) {}
