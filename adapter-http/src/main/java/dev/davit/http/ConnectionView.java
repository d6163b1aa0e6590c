package dev.davit.http;

import dev.davit.ports.store.Connection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a connection shows, to its owner and to admins alike; never its credential, nor the subject
 * by which the provider knows the account.
 *
 * @param documents how many documents are still in it while it is being taken down; shown of one
 *     that is asked for by itself
 */
record ConnectionView(
    String id,
    String provider,
    String displayName,
    String accountLabel,
    String status,
    @Nullable String statusReason,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Long documents)
    implements View {

  static ConnectionView of(Connection connection) {
    return of(connection, null);
  }

  static ConnectionView of(Connection connection, @Nullable Long documents) {
    return new ConnectionView(
        connection.id().value(),
        connection.provider().value(),
        connection.displayName(),
        connection.accountLabel(),
        connection.status().name(),
        connection.statusReason(),
        connection.createdAt(),
        connection.lastUsedAt(),
        documents);
  }
}
