package dev.davit.http;

import dev.davit.ChangePage;
import java.util.List;

/**
 * What changed in a connection.
 *
 * @param items in order; the last word on an entry counts
 * @param nextPageToken what to go on with, now or later
 * @param more whether there are more already
 * @param connectionId in which connection
 */
record ChangesView(List<ChangeView> items, String nextPageToken, boolean more, String connectionId)
    implements View {

  static ChangesView of(ChangePage page) {
    return new ChangesView(
        page.changes().stream().map(ChangeView::of).toList(),
        page.nextPageToken(),
        page.more(),
        page.connection().value());
  }
}
