package dev.davit.emulator.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.SilentParameters;
import dev.davit.emulator.Forms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft's own library for tokens works against the emulator. */
class MsalTest extends MicrosoftBench {
  private static final String HOST = "https://login.microsoftonline.com/";
  private static final Set<String> SCOPES = Set.of("Files.ReadWrite");

  /** Sends what goes to Microsoft to the emulator. */
  private static final class Rewriting implements IHttpClient {
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException, InterruptedException {
      java.net.http.HttpRequest.Builder rewritten =
          java.net.http.HttpRequest.newBuilder(here(request.url().toString()))
              .timeout(Duration.ofSeconds(30))
              .method(
                  request.httpMethod().name(),
                  request.body() == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(request.body()));
      request.headers().forEach(rewritten::setHeader);
      var answer = http.send(rewritten.build(), BodyHandlers.ofString());
      HttpResponse response = new HttpResponse();
      response.addHeaders(answer.headers().map());
      return response.statusCode(answer.statusCode()).body(answer.body());
    }
  }

  private static URI here(String address) {
    assertThat(address).startsWith(HOST);
    return microsoft.url().resolve(address.substring(HOST.length()));
  }

  private static ConfidentialClientApplication application(String tenant) throws Exception {
    return ConfidentialClientApplication.builder(
            MicrosoftEmulator.CLIENT.id(),
            ClientCredentialFactory.createFromSecret(MicrosoftEmulator.CLIENT.secret()))
        .authority(HOST + tenant + "/")
        .instanceDiscovery(false)
        .httpClient(new Rewriting())
        .build();
  }

  private static IAuthenticationResult connect(
      ConfidentialClientApplication application, MicrosoftAccount account) throws Exception {
    AuthorizationRequestUrlParameters wanted =
        AuthorizationRequestUrlParameters.builder(StsWalk.REDIRECT, SCOPES)
            .state("st4te")
            .codeChallenge(Forms.challenge(StsWalk.VERIFIER))
            .codeChallengeMethod("S256")
            .build();
    String address = application.getAuthorizationRequestUrl(wanted).toString();
    URI page = here(address.replace("response_mode=form_post", "response_mode=query"));
    URI back = microsoft.consent(page, account, Decision.ACCEPT);
    return application
        .acquireToken(
            AuthorizationCodeParameters.builder(
                    String.valueOf(Forms.parameters(back).get("code")),
                    URI.create(StsWalk.REDIRECT))
                .codeVerifier(StsWalk.VERIFIER)
                .scopes(SCOPES)
                .build())
        .get();
  }

  private static IAuthenticationResult refreshed(
      ConfidentialClientApplication application, IAuthenticationResult before) throws Exception {
    return application
        .acquireTokenSilently(
            SilentParameters.builder(SCOPES, before.account()).forceRefresh(true).build())
        .get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad"})
  void personalAccount_connects_andRefreshes(String tenant) throws Exception {
    ConfidentialClientApplication application = application(tenant);

    IAuthenticationResult first = connect(application, ada);
    IAuthenticationResult second = refreshed(application, first);

    assertThat(first.account().homeAccountId())
        .isEqualTo(ada.oid() + ".9188040d-6c67-4c5b-b112-36a304b66dad");
    assertThat(first.account().username()).isEqualTo(ada.email());
    assertThat(first.scopes()).contains("Files.ReadWrite");
    assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "organizations", "contoso.example"})
  void workAccount_connects_andRefreshes(String tenant) throws Exception {
    ConfidentialClientApplication application = application(tenant);

    IAuthenticationResult first = connect(application, bob);

    assertThat(first.account().homeAccountId()).isEqualTo(bob.oid() + "." + contoso.id());
    assertThat(refreshed(application, first).accessToken()).isNotEqualTo(first.accessToken());
  }

  @Test
  void rotatedToken_isInTheCache() throws Exception {
    ConfidentialClientApplication application = application("common");
    IAuthenticationResult first = connect(application, ada);
    String before = application.tokenCache().serialize();
    refreshed(application, first);
    assertThat(secret(application.tokenCache().serialize()))
        .startsWith("M.C")
        .isNotEqualTo(secret(before));
  }

  private static String secret(String cache) {
    return Forms.field(cache.substring(cache.indexOf("\"RefreshToken\":{")), "secret");
  }

  @Test
  void deadGrant_isInteractionRequired() throws Exception {
    ConfidentialClientApplication application = application("common");
    IAuthenticationResult first = connect(application, ada);
    microsoft.faults().inject(MicrosoftFaults.token(AadSts.REVOKED));
    assertThatThrownBy(() -> refreshed(application, first))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(MsalInteractionRequiredException.class);
  }
}
