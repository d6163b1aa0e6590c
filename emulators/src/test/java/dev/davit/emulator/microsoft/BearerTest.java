package dev.davit.emulator.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Http;
import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BearerTest {
  /** Tells who calls. */
  private static final class WhoAmI extends HttpServlet {
    private final transient Site site;

    WhoAmI(Site site) {
      this.site = site;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Optional<Caller> caller = site.caller(request, response);
      if (caller.isPresent()) {
        Caller who = caller.get();
        String id = who.account().graphId() + " " + who.client() + " " + who.scopes().size();
        Json.send(response, 200, Map.of("who", id, "may", who.hasOneOf(Scopes.FILES_READ_WRITE)));
      }
    }
  }

  @TempDir static Path dir;
  static MicrosoftEmulator microsoft;
  static MicrosoftAccount ada;

  @BeforeAll
  static void start() {
    MicrosoftApi api = site -> site.serve(new WhoAmI(site), "/v1.0/*");
    microsoft = MicrosoftEmulator.at(dir).with(api).start();
    ada = microsoft.addAccount("ada@example.org");
  }

  @AfterAll
  static void stop() {
    microsoft.close();
  }

  private static HttpResponse<String> ask(String token, String... headers) {
    return Http.bearer(microsoft.url(), token).get("v1.0/me", headers);
  }

  @Test
  void token_tells_account_client_and_scopes() {
    MicrosoftTokens tokens = microsoft.grant(ada, "https://graph.microsoft.com/files.readwrite");

    HttpResponse<String> answer = ask(tokens.access());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(ada.graphId() + " " + MicrosoftEmulator.CLIENT.id() + " 2", "\"may\":true");
    assertThat(ada.graphId()).matches("[0-9a-f]{16}");
  }

  @Test
  void workAccount_hasAGuidAtGraph() {
    Tenant contoso = microsoft.addTenant("contoso.example");

    MicrosoftAccount bob = microsoft.addAccount("bob@contoso.example", contoso);

    assertThat(bob.graphId()).isEqualTo(bob.oid()).matches("[0-9a-f-]{36}");
    assertThat(bob.isPersonal()).isFalse();
  }

  @Test
  void noToken_isRefusedInGraphsWay() {
    HttpResponse<String> answer =
        Http.anonymous(microsoft.url()).get("v1.0/me", "client-request-id", "mine");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(
            challenge -> assertThat(challenge).startsWith("Bearer realm=\"\", authorization_uri="));
    assertThat(answer.headers().firstValue("client-request-id")).contains("mine");
    assertThat(answer.body())
        .containsPattern(
            "\\{\"error\":\\{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Access token is"
                + " empty.\",\"innerError\":\\{\"date\":\"[-0-9]{10}T[0-9:]{8}\",\"request-id\":"
                + "\"[-0-9a-f]{36}\",\"client-request-id\":\"mine\"\\}\\}\\}");
  }

  @Test
  void unknownToken_andTokenInTheAddress_areRefused() {
    String token = microsoft.grant(ada, Scopes.FILES_READ).access();

    HttpResponse<String> inAddress =
        Http.anonymous(microsoft.url()).get("v1.0/me?access_token=" + token);

    assertThat(ask("nonsense").statusCode()).isEqualTo(401);
    assertThat(inAddress.statusCode()).isEqualTo(401);
  }

  @Test
  void expiredToken_isRefused_othersAreGood() {
    String token = microsoft.grant(ada, Scopes.FILES_READ).access();

    microsoft.expireAccessTokens();

    assertThat(ask(token).body()).contains("Lifetime validation failed, the token is expired.");
    assertThat(ask(microsoft.grant(ada, Scopes.FILES_READ).access()).statusCode()).isEqualTo(200);
  }

  @Test
  void token_lastsAnHour_ofWorkAccountsUpToHalfAnHourMore() {
    MicrosoftAccount eve =
        microsoft.addAccount("eve@fabrikam.example", microsoft.addTenant("fabrikam.example"));
    String personal = microsoft.grant(ada, Scopes.FILES_READ).access();
    String work = microsoft.grant(eve, Scopes.FILES_READ).access();

    microsoft.advance(Duration.ofMinutes(60));

    assertThat(ask(personal).statusCode()).isEqualTo(401);
    assertThat(ask(work).statusCode()).isEqualTo(200);
    microsoft.advance(Duration.ofMinutes(30));
    assertThat(ask(work).statusCode()).isEqualTo(401);
  }

  @Test
  void revoke_leavesAccessTokensTheirHour() {
    MicrosoftAccount sue = microsoft.addAccount("sue@example.org");
    MicrosoftTokens tokens = microsoft.grant(sue, Scopes.FILES_READ);

    microsoft.revoke(sue);

    assertThat(ask(tokens.access()).statusCode()).isEqualTo(200);
    assertThat(microsoft.liveRefreshTokens(sue, MicrosoftEmulator.CLIENT)).isZero();
  }

  @Test
  void fault_isWhatAnExpiredTokenGets() {
    microsoft.faults().inject(GraphError.invalidToken("Over.").fault().at("/v1.0/"));

    HttpResponse<String> answer = ask(microsoft.grant(ada, Scopes.FILES_READ).access());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("InvalidAuthenticationToken");
  }
}
