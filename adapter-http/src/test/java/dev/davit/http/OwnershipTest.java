package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Another owner's things, as they look from outside: like things that are not there. */
class OwnershipTest {
  private static final World WORLD = new World();
  private static final Stage STAGE = Stage.set(WORLD);
  private static final Client BOB = WORLD.nobody().login(World.BOB);
  private static final String MADE_UP = "AAAAAAAAAAAAAAAAAAAAAA";

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @TestFactory
  Stream<DynamicTest> W2_anothersIdAndAnUnknownId_areTheSame404() {
    return STAGE.routes().stream()
        .filter(route -> route.access() == Access.USER && route.path().contains("{id}"))
        .map(route -> DynamicTest.dynamicTest(route.toString(), () -> same(route)));
  }

  private static void same(Route route) {
    RouteCase ofAnn = RouteCase.of(route, STAGE);
    String id = route.path().startsWith("/api/documents") ? STAGE.document() : STAGE.connection();
    String others = body(ofAnn.send(BOB));
    String unknown = body(ofAnn.withPath(ofAnn.path().replace(id, MADE_UP)).send(BOB));
    assertThat(others).isEqualTo(unknown);
    ofAnn.withPath(ofAnn.path().replace(id, "not an id".replace(' ', '+'))).send(BOB).is(404);
  }

  /** Everything but the request's id and the date. */
  private static String body(Reply reply) {
    reply.is(ProblemType.NOT_FOUND);
    String id = reply.header(RequestIds.HEADER);
    return reply.status()
        + reply
            .response()
            .headers()
            .map()
            .toString()
            .replaceAll("date=\\[[^]]*]", "")
            .replace(id, "")
        + reply.text().replace(id, "");
  }

  @TestFactory
  Stream<DynamicTest> W2_anothersConnection_inBodiesAndQueries_isNotThere() {
    String mine = "connection_id=" + STAGE.connection();
    String choice = "{'provider':'memory','connection_id':'%s'}";
    return Stream.of(
        DynamicTest.dynamicTest(
            "folders", () -> BOB.get("/api/cloud/folders/memory/root?" + mine).is(404)),
        DynamicTest.dynamicTest(
            "default storage",
            () ->
                BOB.patch("/api/users/me/default-storage", choice.formatted(STAGE.connection()))
                    .is(404)));
  }
}
