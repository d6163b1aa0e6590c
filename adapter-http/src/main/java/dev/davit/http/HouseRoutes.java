package dev.davit.http;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the server says of itself, and the page. */
final class HouseRoutes {
  private final Readiness readiness;
  private final PageFiles page;
  private final Supplier<List<Route>> table;
  private volatile byte @Nullable [] openApi;

  HouseRoutes(Readiness readiness, PageFiles page, Supplier<List<Route>> table) {
    this.readiness = readiness;
    this.page = page;
    this.table = table;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/health/live",
            Access.WATCH,
            Answer.of(200, StatusView.class),
            call -> call.answer(200, new StatusView("live"))),
        Route.get(
            "/health/ready", Access.WATCH, Answer.of(HealthView.class, 200, 503), this::ready),
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

  /** Ready is who has what it can't do without; a load balancer sends nobody to who has not. */
  private void ready(Call call) {
    HealthView health = readiness.now();
    call.answer(health.isUsable() ? 200 : 503, health);
  }
}
