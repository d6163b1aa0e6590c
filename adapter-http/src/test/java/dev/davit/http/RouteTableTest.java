package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the route table: what it answers when all goes well, and every problem it names. */
class RouteTableTest {
  private static final Set<String> ELSEWHERE =
      Set.of(
          "GET /api/users/me/default-storage: not-found",
          "GET /: not-found",
          "DELETE /api/cloud/connections/{id}: reauth-required");
  private static World world =
      new World(settings -> settings.withLimits(HttpLimits.defaults().withUploads(50_000, 50_000)));
  private static Stage stage = Stage.set(world);

  @BeforeAll
  static void openGates() {
    world.limiter.answer(null);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @TestFactory
  Stream<DynamicTest> route_goingWell_answersAsTheTableSays() {
    return stage.routes().stream().map(r -> DynamicTest.dynamicTest(r.toString(), () -> well(r)));
  }

  private static void well(Route route) {
    if (route.path().equals("/") && PageFiles.class.getResource("page/index.html") == null) {
      return;
    }
    if (!route.writes()) {
      well(route, stage);
      return;
    }
    try (World own = new World()) {
      well(route, Stage.set(own));
    }
  }

  /** Those that write have a stage of their own, since they may take it down. */
  private static void well(Route route, Stage on) {
    if (route.toString().equals("DELETE /api/cloud/connections/{id}")) {
      on.ann().delete("/api/documents/" + on.document()).is(204);
    }
    Reply reply = RouteCase.of(route, on).send(on.callerOf(route));
    assertThat(route.answer().statuses()).as(reply.text()).contains(reply.status());
    if (route.answer().view() != null) {
      assertThat(reply.header("Content-Type")).isEqualTo(Answer.JSON);
      assertThat(parts(route)).as(reply.text()).containsAll(reply.json().keySet());
    }
  }

  private static List<String> parts(Route route) {
    Class<?> view = route.answer().view();
    return view == null ? List.of() : ViewPart.of(view).stream().map(ViewPart::name).toList();
  }

  @TestFactory
  Stream<DynamicTest> route_problemOfTheTable_isAnswered() {
    return stage.routes().stream()
        .flatMap(route -> route.problems().stream().sorted().map(type -> test(route, type)))
        .filter(test -> !test.getDisplayName().endsWith(ProblemType.REQUEST_TIMEOUT.word()))
        .filter(test -> !ELSEWHERE.contains(test.getDisplayName()));
  }

  private static DynamicTest test(Route route, ProblemType type) {
    return DynamicTest.dynamicTest(route + ": " + type.word(), () -> problem(route, type));
  }

  private static void problem(Route route, ProblemType type) {
    Reply reply = Spoiling.provoke(type, RouteCase.of(route, stage), stage).is(type);
    if (type == ProblemType.RATE_LIMITED) {
      assertThat(reply.header("Retry-After")).isEqualTo("3");
      assertThat(reply.json()).containsEntry("retry_after", 3L);
    }
  }

  @Test
  void table_hasNoRouteTwice() {
    List<String> rows = stage.routes().stream().map(Route::toString).toList();
    assertThat(rows).doesNotHaveDuplicates();
  }

  /** Whatever is tried with other methods or longer paths ends at the router. */
  @Test
  void outsideTheTable_nothingAnswers() {
    Set<String> paths = new TreeSet<>();
    stage.routes().forEach(route -> paths.add(RouteCase.of(route, stage).path()));
    Client ann = stage.ann();
    SoftAssertions soft = new SoftAssertions();
    for (String path : paths) {
      Set<String> allowed = allowed(path);
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW")) {
        if (!allowed.contains(method)) {
          Reply reply = ann.json(method, path, "{}");
          soft.assertThat(reply.status()).as("%s %s", method, path).isEqualTo(405);
          soft.assertThat(reply.header("Allow")).isEqualTo(String.join(", ", allowed));
        }
      }
      soft.assertThat(ann.get(path + "/x/y/z").status()).as(path).isEqualTo(404);
    }
    soft.assertAll();
  }

  private static Set<String> allowed(String path) {
    Set<String> methods = new TreeSet<>();
    for (Route route : stage.routes()) {
      if (path.matches(route.path().replaceAll("\\{[a-z_]+}", "[^/]+"))) {
        methods.add(route.method().name());
        if (route.method() == Method.GET) {
          methods.add("HEAD");
        }
      }
    }
    return methods;
  }

  @Test
  void openApi_namesEveryRouteAndEveryStatus() {
    assertThat(OpenApiCheck.operations(world.nobody().get("/openapi.json").is(200).json()))
        .containsExactlyInAnyOrderElementsOf(
            stage.routes().stream().map(OpenApiCheck::expected).toList());
  }

  @Test
  void docs_listEveryRoute() {
    String page = world.nobody().get("/docs").is(200).text();
    stage.routes().forEach(route -> assertThat(page).contains(route.path() + "</code>"));
  }
}
