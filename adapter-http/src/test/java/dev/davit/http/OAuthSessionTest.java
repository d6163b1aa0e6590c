package dev.davit.http;

import static dev.davit.http.Connects.INITIATE;
import static dev.davit.http.Connects.back;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.http.Connects.Started;
import dev.davit.testkit.memory.MemoryOAuth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connecting by OAuth and the page's session: what becomes of one without the other. */
class OAuthSessionTest {
  private final World world = new World();
  private final MemoryOAuth far = world.cloud.oauth();
  private final Client page = world.nobody().loginAsPage(World.ANN);
  private final Started started = Connects.of(page.get(INITIATE).is(200));
  private final String cookies = page.header("Cookie") + "; " + started.cookie();

  @AfterEach
  void close() {
    world.close();
  }

  private Reply come(String path) {
    return world.nobody().with("Cookie", cookies).get(path);
  }

  @Test
  void O3_nobodyCanTellWhoIsSignedIn_isUnavailable_andNothingIsLost() {
    String path = back(far.consent(started.page(), "ann"));
    world.stores.down(true);

    Reply refused = come(path).is(ProblemType.UNAVAILABLE);

    assertThat(refused.header("Set-Cookie")).isEmpty();
    world.stores.down(false);
    assertThat(come(path).is(303).header("Location")).contains("cloud_connected=");
  }

  @Test
  void O2_logout_endsWhatTheBrowserHadBegun() {
    Reply out = page.with("Cookie", cookies).post("/api/auth/logout").is(204);

    assertThat(out.response().headers().allValues("Set-Cookie"))
        .contains(started.cookieName() + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
  }
}
