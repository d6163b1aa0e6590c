package dev.davit.emulator.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an API that is mounted at the emulator knows who calls. */
class BearerTest {
  @TempDir static Path dir;
  private static GoogleEmulator google;
  private static GoogleAccount ada;

  private Http api;

  @BeforeAll
  static void start() {
    google = GoogleEmulator.at(dir).with(site -> site.serve(new Whoami(site), "/whoami")).start();
    ada = google.addAccount("ada@example.org");
  }

  @AfterAll
  static void stop() {
    google.close();
  }

  @BeforeEach
  void newToken() {
    api = Http.bearer(google.url(), google.grant(ada, Scopes.DRIVE, "email").access());
  }

  @Test
  void token_tellsAccountAndScopes() {
    assertThat(api.get("whoami").body()).startsWith("ada@example.org ").contains(Scopes.DRIVE);
  }

  @Test
  void token_thatIsExpired_isRefusedAsGoogleDoes() {
    google.expireAccessTokens();
    HttpResponse<String> refused = api.get("whoami");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("invalid_token");
    assertThat(refused.body()).contains("\"reason\":\"authError\"", "Invalid Credentials");
  }

  @Test
  void token_lastsAnHour() {
    google.advance(Tokens.ACCESS_LIFETIME.minusSeconds(1));
    assertThat(api.get("whoami").statusCode()).isEqualTo(200);
    google.advance(Tokens.ACCESS_LIFETIME.minusSeconds(1));
    assertThat(api.get("whoami").statusCode()).isEqualTo(401);
  }

  @Test
  void token_endsWithTheGrant() {
    google.revoke(ada);
    assertThat(api.get("whoami").statusCode()).isEqualTo(401);
  }

  @Test
  void token_ofAnother_isUntouched() {
    GoogleAccount bob = google.addAccount("bob@example.org");
    Http other = Http.bearer(google.url(), google.grant(bob, Scopes.DRIVE).access());
    google.revoke(ada);
    assertThat(other.get("whoami").body()).startsWith("bob@example.org ");
  }

  @Test
  void token_inTheAddress_isNone() {
    String token = google.grant(ada, Scopes.DRIVE).access();
    HttpResponse<String> refused = Http.anonymous(google.url()).get("whoami?access_token=" + token);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("\"reason\":\"required\"");
  }

  @Test
  void invalidCredentials_once() {
    google.faults().inject(GoogleFaults.invalidCredentials().at("whoami"));
    assertThat(api.get("whoami").statusCode()).isEqualTo(401);
    assertThat(api.get("whoami").statusCode()).isEqualTo(200);
  }

  private static final class Whoami extends HttpServlet {
    private final transient Callers callers;

    Whoami(Site site) {
      callers = site.callers();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Optional<Caller> caller = callers.of(request, response);
      if (caller.isPresent()) {
        response.getWriter().print(caller.get().account() + " " + caller.get().scopes());
      }
    }
  }
}
