package dev.davit.internal.connections;

import dev.davit.internal.owners.ActiveOwner;
import dev.davit.ports.store.Connection;
import java.time.Instant;

/**
 * A connection as it was when it was looked up, with its owner.
 *
 * @param owner whose
 * @param connection in whatever status
 * @param asOf the database's time of that moment
 */
public record Found(ActiveOwner owner, Connection connection, Instant asOf) {}
