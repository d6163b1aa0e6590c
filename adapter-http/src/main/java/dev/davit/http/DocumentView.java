package dev.davit.http;

import dev.davit.ports.store.Document;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A document; {@code altered} is there only where it is true. */
record DocumentView(
    String id,
    String name,
    @Nullable Long size,
    String contentType,
    @Nullable String sha256,
    String state,
    @Nullable Boolean altered,
    String provider,
    @Nullable String connectionId,
    Instant createdAt)
    implements View {

  static DocumentView of(Document document) {
    return new DocumentView(
        document.id().value(),
        document.name(),
        document.size(),
        document.contentType(),
        document.sha256(),
        document.state().name(),
        document.altered() ? Boolean.TRUE : null,
        document.provider().value(),
        document.connection() == null ? null : document.connection().value(),
        document.createdAt());
  }
}
