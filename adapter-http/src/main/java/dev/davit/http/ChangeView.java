package dev.davit.http;

import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An entry that changed.
 *
 * @param id which
 * @param entry as it is now; null if it is gone
 */
record ChangeView(String id, @Nullable EntryView entry) implements View {
  static ChangeView of(Changes.Change change) {
    Entry entry = change.entry();
    return new ChangeView(change.id().value(), entry == null ? null : EntryView.of(entry));
  }
}
