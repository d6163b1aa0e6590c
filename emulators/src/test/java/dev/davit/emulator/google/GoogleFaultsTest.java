package dev.davit.emulator.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Fault;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong on demand. */
class GoogleFaultsTest extends GoogleBench {
  private String token;

  @BeforeEach
  void grant() {
    token = google.grant(ada, Scopes.DRIVE).refresh();
  }

  @AfterEach
  void clear() {
    google.clearFaults();
  }

  @Test
  void invalidGrant_once_thenAllIsWell() {
    google.faults().inject(GoogleFaults.invalidGrant());
    assertThat(refresh().body()).contains("invalid_grant");
    assertThat(refresh().statusCode()).isEqualTo(200);
  }

  @Test
  void invalidClient_untilCleared() {
    google.faults().inject(GoogleFaults.invalidClient().forever());
    assertThat(refresh().statusCode()).isEqualTo(401);
    assertThat(refresh().body()).contains("invalid_client");
    google.clearFaults();
    assertThat(refresh().statusCode()).isEqualTo(200);
  }

  @Test
  void storm_andRateLimit_onlyAtTheTokenEndpoint() {
    google.faults().inject(Fault.status(503).at("/token").times(2));
    google.faults().inject(Fault.rateLimited(Duration.ofSeconds(9)).at("/token"));
    assertThat(walk.authorize(Walk.authorization()).statusCode()).isEqualTo(200);
    assertThat(refresh().statusCode()).isEqualTo(503);
    assertThat(refresh().statusCode()).isEqualTo(503);
    assertThat(refresh().headers().firstValue("Retry-After")).hasValue("9");
    assertThat(refresh().statusCode()).isEqualTo(200);
  }

  @Test
  void html_errorInsideOk_truncated_dropped_dripping() {
    google.faults().inject(Fault.html().at("/token"));
    google.faults().inject(GoogleFaults.errorInsideOk("invalid_grant"));
    assertThat(refresh().body()).startsWith("<!doctype html>");
    HttpResponse<String> inside = refresh();
    assertThat(inside.statusCode()).isEqualTo(200);
    assertThat(inside.body()).contains("\"error\":\"invalid_grant\"");
    google.faults().inject(Fault.truncated(20).at("/token"));
    assertThatThrownBy(this::refresh).isInstanceOf(UncheckedIOException.class);
    google.faults().inject(Fault.dropped().at("/token"));
    assertThatThrownBy(this::refresh).isInstanceOf(UncheckedIOException.class);
    google.faults().inject(Fault.dripping(Duration.ofNanos(1)).at("/token"));
    assertThat(refresh().body()).endsWith("}");
  }

  @Test
  void lost_isDoneAllTheSame() {
    long before = google.refreshes();
    google.faults().inject(Fault.lost().at("/token"));
    assertThatThrownBy(this::refresh).isInstanceOf(UncheckedIOException.class);
    assertThat(google.refreshes()).isEqualTo(before + 1);
  }

  @Test
  void control_doesTheSameForPeople() {
    assertThat(walk.http().get("emulator/").body()).contains("invalid-grant", "rotation");
    assertThat(command("invalid-grant")).isEqualTo(200);
    assertThat(refresh().body()).contains("invalid_grant");
    assertThat(command("invalid-client")).isEqualTo(200);
    assertThat(refresh().body()).contains("invalid_client");
    assertThat(command("error-inside-ok?error=oops")).isEqualTo(200);
    assertThat(refresh().body()).contains("oops");
    assertThat(command("rotation?mode=KEEPS_OLD")).isEqualTo(200);
    assertThat(refresh().body()).contains("refresh_token");
    assertThat(command("rotation?mode=NONE")).isEqualTo(200);
    assertThat(command("rotation?mode=nonsense")).isEqualTo(400);
    assertThat(command("account?email=eve@example.org")).isEqualTo(200);
    assertThat(walk.authorize(Walk.authorization()).body()).contains("eve@example.org");
    assertThat(command("account?email=eve")).isEqualTo(400);
    assertThat(command("expire")).isEqualTo(200);
    assertThat(command("advance?seconds=1")).isEqualTo(200);
    assertThat(command("revoke?email=ada@example.org")).isEqualTo(200);
    assertThat(refresh().body()).contains("invalid_grant");
    assertThat(command("status?status=500")).isEqualTo(200);
    assertThat(command("clear")).isEqualTo(200);
    assertThat(walk.http().get("emulator/requests").body()).contains("POST /token 200");
  }

  private static int command(String command) {
    return walk.http().send("POST", "emulator/" + command, "").statusCode();
  }

  private HttpResponse<String> refresh() {
    return walk.post("token", Walk.refresh(token));
  }
}
