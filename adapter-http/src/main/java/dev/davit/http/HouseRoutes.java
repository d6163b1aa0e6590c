package dev.davit.http;

import dev.davit.Davit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the server says of itself, and the page. */
final class HouseRoutes {
  private final Davit davit;
  private final PageFiles page;
  private final Supplier<List<Route>> table;
  private volatile byte @Nullable [] openApi;

  HouseRoutes(Davit davit, PageFiles page, Supplier<List<Route>> table) {
    this.davit = davit;
    this.page = page;
    this.table = table;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/health/live",
            Access.PUBLIC,
            Answer.of(200, StatusView.class),
            call -> call.answer(200, new StatusView("live"))),
        Route.get("/health/ready", Access.PUBLIC, Answer.of(200, StatusView.class), this::ready),
        Route.get(
            "/openapi.json",
            Access.PUBLIC,
            Answer.bytes(Answer.JSON, 200),
            call -> call.bytes(Answer.JSON, openApi())),
        Route.get(
            "/docs",
            Access.PUBLIC,
            Answer.bytes(DocsPage.MEDIA_TYPE, 200),
            call -> call.bytes(DocsPage.MEDIA_TYPE, DocsPage.of(table.get()))),
        Route.get("/", Access.PUBLIC, Answer.bytes("text/html", 200, 304), page::index)
            .withQuery("cloud_connected", "cloud_error")
            .may(ProblemType.NOT_FOUND),
        Route.get("/{file}", Access.PUBLIC, Answer.bytes("*/*", 200, 304), page::file)
            .may(ProblemType.NOT_FOUND));
  }

  private byte[] openApi() {
    byte[] made = openApi;
    if (made == null) {
      made = Json.of(OpenApi.of(table.get()));
      openApi = made;
    }
    return made;
  }

  /** Ready is who can read the stores. */
  private void ready(Call call) {
    davit.accounts().list(1, null);
    call.answer(200, new StatusView("ready"));
  }
}
