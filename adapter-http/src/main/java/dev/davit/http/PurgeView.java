package dev.davit.http;

import dev.davit.ports.store.Purge;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far the taking down of all that somebody had is; nothing says of whom. */
record PurgeView(
    String id,
    String state,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    Instant deadline,
    List<String> providers,
    long connections,
    long documentsDeleted,
    long documentsUnreachable,
    long grantsLeft,
    @Nullable String failure)
    implements View {

  static PurgeView of(Purge purge) {
    return new PurgeView(
        purge.id().value(),
        purge.state().name(),
        purge.requestedAt(),
        purge.finishedAt(),
        purge.deadline(),
        Stream.of(purge.providers().split(",", -1)).filter(name -> !name.isEmpty()).toList(),
        purge.connections(),
        purge.documentsDeleted(),
        purge.documentsUnreachable(),
        purge.grantsLeft(),
        purge.failure());
  }
}
