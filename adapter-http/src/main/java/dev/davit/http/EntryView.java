package dev.davit.http;

import dev.davit.ports.storage.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file or folder. */
record EntryView(
    String id,
    String name,
    String kind,
    @Nullable Long size,
    @Nullable String contentType,
    @Nullable Instant modifiedAt,
    @Nullable String etag,
    @Nullable String webUrl)
    implements View {

  static EntryView of(Entry entry) {
    return new EntryView(
        entry.id().value(),
        entry.name(),
        entry.isFolder() ? "folder" : "file",
        entry.size(),
        entry.contentType(),
        entry.modifiedAt(),
        entry.etag(),
        entry.webUrl());
  }
}
