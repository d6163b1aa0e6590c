package dev.davit.http;

import dev.davit.EntryPage;
import dev.davit.Files;
import dev.davit.FolderQuery;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folders, page by page. */
final class FolderRoutes {
  private final Files files;

  FolderRoutes(Files files) {
    this.files = files;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
                "/api/cloud/folders/{provider}/{folder_id}",
                Access.USER,
                Answer.list(EntryView.class),
                this::folder)
            .withQuery("limit", "page_token", "refresh", "connection_id")
            .may(ProblemSets.STORAGE)
            .may(ProblemType.INVALID_CURSOR, ProblemType.CONFLICT),
        Route.get(
                FileRoutes.ENTRY + "/children",
                Access.USER,
                Answer.list(EntryView.class),
                this::children)
            .withQuery("limit", "page_token", "refresh")
            .may(ProblemSets.STORAGE)
            .may(ProblemType.INVALID_CURSOR));
  }

  private void folder(Call call) {
    ProviderId provider = new ProviderId(call.path("provider"));
    FolderQuery query = query(call, call.path("folder_id"));
    answer(call, files.folder(call.caller(), provider, connection(call), query));
  }

  private static @Nullable ConnectionId connection(Call call) {
    String id = call.query().get("connection_id");
    return id == null ? null : new ConnectionId(id);
  }

  private void children(Call call) {
    FolderQuery query = query(call, call.path("entry_id"));
    answer(call, files.list(call.caller(), new ConnectionId(call.path("id")), query));
  }

  private static FolderQuery query(Call call, String folder) {
    return new FolderQuery(
        new EntryId(folder),
        limit(call.query()),
        call.query().get("page_token"),
        call.query().flag("refresh"));
  }

  /** How many items a page of any list has. */
  static int limit(Fields query) {
    return query.number("limit", FolderQuery.DEFAULT_LIMIT, 1, ListRequest.MAX_LIMIT);
  }

  static void answer(Call call, EntryPage page) {
    List<EntryView> items = page.entries().stream().map(EntryView::of).toList();
    call.answer(200, new PageView(items, page.nextPageToken(), page.connection().value()));
  }
}
