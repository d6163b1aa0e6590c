package dev.davit.http;

import dev.davit.ports.store.DefaultStorage;
import org.jspecify.annotations.Nullable;

/** Where new documents go. */
record DefaultStorageView(String provider, @Nullable String connectionId, String folderId)
    implements View {

  static DefaultStorageView of(DefaultStorage storage) {
    return new DefaultStorageView(
        storage.provider().value(),
        storage.connection() == null ? null : storage.connection().value(),
        storage.folder().value());
  }
}
