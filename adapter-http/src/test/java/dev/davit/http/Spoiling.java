package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes a call of a route end in one problem. */
final class Spoiling {
  private static final List<String> OPERATIONS =
      List.of(
          "list",
          "stat",
          "createFolder",
          "read",
          "write",
          "move",
          "delete",
          "quota",
          "find",
          "now",
          "copy",
          "verify",
          "startPage",
          "pollPage");

  /** After so long a provider is asked again after a log-in. */
  private static final Duration PACE = Duration.ofSeconds(2);

  private Spoiling() {}

  static Reply provoke(ProblemType type, RouteCase good, Stage stage) {
    Client caller = stage.callerOf(good.route());
    return switch (type) {
      case UNAUTHENTICATED -> unauthenticated(good, stage);
      case FORBIDDEN -> forbidden(good, stage);
      case CSRF -> good.send(page(good, stage).with("Sec-Fetch-Site", "cross-site"));
      case INVALID_REQUEST ->
          good.withQuery(good.route().others() ? "state=%00" : "nonsense=1").send(caller);
      case INVALID_CURSOR -> good.withQuery(good.query() + "&page_token=%2Bbogus").send(caller);
      case RATE_LIMITED, INTERNAL, UNAVAILABLE -> limited(type, good, stage, caller);
      case UNSUPPORTED_MEDIA ->
          good.send(
              good.route().body().isJson()
                  ? caller.with("Content-Type", "text/plain")
                  : caller.with("Content-Encoding", "gzip"));
      case TOO_LARGE -> good.withBody("{'email':'" + "x".repeat(70_000) + "'}").send(caller);
      case RANGE_NOT_SATISFIABLE -> good.send(caller.with("Range", "bytes=99999-"));
      case NOT_FOUND -> notFound(good, stage, caller);
      case CONFLICT -> conflict(good, stage, caller);
      default -> faulty(kind(type), good, stage, caller);
    };
  }

  /** Who is held back: whoever writes, and else whoever has a cookie. */
  private static Client page(RouteCase good, Stage stage) {
    return good.route().writes()
        ? stage.callerOf(good.route())
        : stage.world().nobody().loginAsPage(World.ANN);
  }

  private static Reply unauthenticated(RouteCase good, Stage stage) {
    return good.withBody(good.body().replace(Client.PASSWORD, "wrong password"))
        .send(stage.world().nobody());
  }

  private static Reply forbidden(RouteCase good, Stage stage) {
    if (good.route().path().equals("/metrics")) {
      return good.send(stage.world().nobody().with("X-Forwarded-For", "192.0.2.1"));
    }
    if (good.route().access().isPublic()) {
      try (World closed = new World(settings -> settings.withOpenRegistration(false))) {
        return good.send(closed.nobody());
      }
    }
    boolean admin = good.route().access() == Access.ADMIN;
    return good.send(admin ? stage.ann() : stage.admin());
  }

  private static Reply limited(ProblemType type, RouteCase good, Stage stage, Client caller) {
    stage.world().limiter.answer(() -> answer(type));
    try {
      return good.send(caller);
    } finally {
      stage.world().limiter.answer(null);
    }
  }

  private static Optional<Duration> answer(ProblemType type) {
    return switch (type) {
      case RATE_LIMITED -> Optional.of(Duration.ofMillis(2500));
      case UNAVAILABLE -> throw new CloudException(ErrorKind.UNAVAILABLE, "The counter is away.");
      default -> throw new IllegalStateException("a bug in the counter");
    };
  }

  private static Reply notFound(RouteCase good, Stage stage, Client caller) {
    Route route = good.route();
    if (route.body().kind() == Body.Kind.FILE && !route.path().contains("{")) {
      return faulty(ErrorKind.NOT_FOUND, good, stage, caller);
    }
    if (route.path().contains("{")) {
      return good.withPath(route.path().replaceAll("\\{[a-z_]+}", "nothing_here")).send(caller);
    }
    return good.withBody(good.body().replace("'memory'", "'no_such'")).send(caller);
  }

  private static Reply conflict(RouteCase good, Stage stage, Client caller) {
    String route = good.route().toString();
    if (route.equals("POST /api/auth/register")) {
      return good.withBody(good.body().replace("new@example.org", World.ANN)).send(caller);
    }
    if (good.route().path().endsWith("/users/me") || route.startsWith("DELETE /api/admin/")) {
      String admin = stage.admin().get("/api/users/me").get("id");
      return good.withPath(good.route().path().replace("{id}", admin)).send(stage.admin());
    }
    return route.equals("DELETE /api/cloud/connections/{id}")
        ? good.send(caller)
        : faulty(ErrorKind.CONFLICT, good, stage, caller);
  }

  private static Reply faulty(ErrorKind kind, RouteCase good, Stage stage, Client caller) {
    stage.world().clock.advance(PACE);
    OPERATIONS.forEach(name -> stage.world().memory.server().faults().fail(name, kind));
    MemoryOAuthFaults far = stage.world().cloud.oauth().faults();
    far.fail("exchange", new CloudException(kind, "The server in memory was told to fail."));
    try {
      return good.send(caller);
    } finally {
      stage.world().memory.server().faults().mend();
      far.mend();
    }
  }

  private static ErrorKind kind(ProblemType type) {
    return ErrorKind.valueOf(type.name());
  }
}
