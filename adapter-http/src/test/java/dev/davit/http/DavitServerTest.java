package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class DavitServerTest {

  @Test
  void start_takenPort_saysWhichOne() {
    try (World world = new World()) {
      HttpSettings settings = HttpSettings.defaults().withPort(world.server.port());
      assertThatThrownBy(() -> DavitServer.start(world.davit, settings, world.limiter))
          .isInstanceOf(CloudException.class)
          .hasMessageStartingWith("Can't listen at 127.0.0.1:" + world.server.port() + ".");
    }
  }

  @Test
  void settings_plainHttpElsewhereThanLoopback_areRefused() {
    for (String bad : new String[] {"http://davit.example.org", "ftp://localhost", "localhost"}) {
      assertThatThrownBy(() -> HttpSettings.defaults().withPublicUrl(URI.create(bad)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(bad);
    }
    URI good = URI.create("http://[::1]:9000");
    assertThat(HttpSettings.defaults().withPublicUrl(good).publicUrl()).isEqualTo(good);
  }

  @Test
  void tokens_ofAnotherServersPublicUrl_areRefused() {
    URI elsewhere = URI.create("https://davit.example.org");
    try (World world = new World()) {
      Client ann = world.nobody().login(World.ANN);
      HttpSettings other =
          world.settings.withPort(0).withPublicUrl(elsewhere).withHost("localhost");
      try (DavitServer second = DavitServer.start(world.davit, other, world.limiter)) {
        ann.at("http://localhost:" + second.port())
            .get("/api/users/me")
            .is(ProblemType.UNAUTHENTICATED);
      }
      ann.get("/api/users/me").is(200);
    }
  }
}
