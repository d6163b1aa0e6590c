package dev.davit.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list, or a page of one. */
record PageView(
    List<? extends View> items, @Nullable String nextPageToken, @Nullable String connectionId)
    implements View {

  static PageView of(List<? extends View> items) {
    return new PageView(items, null, null);
  }
}
