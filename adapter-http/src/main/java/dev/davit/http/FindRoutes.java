package dev.davit.http;

import dev.davit.Files;
import dev.davit.SearchQuery;
import dev.davit.ports.ConnectionId;
import java.util.List;

/** What is to be found in a connection, and what changed there. */
final class FindRoutes {
  private static final String BASE = "/api/cloud/connections/{id}";

  private final Files files;

  FindRoutes(Files files) {
    this.files = files;
  }

  List<Route> routes() {
    return List.of(
        Route.get(BASE + "/search", Access.USER, Answer.list(EntryView.class), this::search)
            .withQuery("q", "limit", "page_token")
            .may(ProblemSets.STORAGE)
            .may(ProblemType.INVALID_CURSOR, ProblemType.UNSUPPORTED),
        Route.get(BASE + "/changes", Access.USER, Answer.of(200, ChangesView.class), this::changes)
            .withQuery("page_token")
            .may(ProblemSets.STORAGE)
            .may(ProblemType.INVALID_CURSOR, ProblemType.UNSUPPORTED));
  }

  private void search(Call call) {
    Fields query = call.query();
    SearchQuery wanted =
        new SearchQuery(query.require("q"), FolderRoutes.limit(query), query.get("page_token"));
    FolderRoutes.answer(call, files.search(call.caller(), connection(call), wanted));
  }

  private void changes(Call call) {
    String token = call.query().get("page_token");
    call.answer(200, ChangesView.of(files.changes(call.caller(), connection(call), token)));
  }

  private static ConnectionId connection(Call call) {
    return new ConnectionId(call.path("id"));
  }
}
