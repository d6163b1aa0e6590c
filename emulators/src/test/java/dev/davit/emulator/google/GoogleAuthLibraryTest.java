package dev.davit.emulator.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.ClientId;
import com.google.auth.oauth2.DefaultPKCEProvider;
import com.google.auth.oauth2.MemoryTokensStorage;
import com.google.auth.oauth2.UserAuthorizer;
import com.google.auth.oauth2.UserAuthorizer.ClientAuthenticationType;
import com.google.auth.oauth2.UserCredentials;
import dev.davit.emulator.Forms;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that nobody here wrote walks all of it. */
class GoogleAuthLibraryTest extends GoogleBench {
  private static final URI APPLICATION = URI.create("http://localhost:8080");

  @ParameterizedTest
  @EnumSource(names = {"CLIENT_SECRET_POST", "CLIENT_SECRET_BASIC"})
  void authorize_exchange_refresh_revoke(ClientAuthenticationType authentication)
      throws IOException {
    UserAuthorizer authorizer = authorizer(authentication);
    URI asked =
        URI.create(authorizer.getAuthorizationUrl(ada.email(), "st4te", APPLICATION).toString());
    URI back = google.consent(asked, ada, Decision.allow());
    assertThat(Forms.parameters(back)).containsEntry("state", "st4te");

    String code = Walk.code(Forms.parameters(back));
    UserCredentials ours =
        authorizer.getAndStoreCredentialsFromCode(ada.email(), code, APPLICATION);
    String first = String.valueOf(ours.getAccessToken());
    assertThat(ours.getRefreshToken()).isNotEmpty();
    ours.refresh();
    assertThat(ours.getAccessToken()).isNotNull().doesNotHaveToString(first);

    authorizer.revokeAuthorization(ada.email());
    assertThatThrownBy(ours::refresh)
        .isInstanceOf(IOException.class)
        .rootCause()
        .hasMessageContaining("invalid_grant");
  }

  private static UserAuthorizer authorizer(ClientAuthenticationType authentication) {
    return UserAuthorizer.newBuilder()
        .setClientId(ClientId.of(GoogleEmulator.CLIENT.id(), GoogleEmulator.CLIENT.secret()))
        .setClientAuthenticationType(authentication)
        .setScopes(List.of("openid", "email", Scopes.DRIVE))
        .setUserAuthUri(google.url().resolve("o/oauth2/v2/auth"))
        .setTokenServerUri(google.url().resolve("token"))
        .setCallbackUri(URI.create("/api/cloud/oauth/callback/google_drive"))
        .setPKCEProvider(new DefaultPKCEProvider())
        .setTokenStore(new MemoryTokensStorage())
        .setHttpTransportFactory(GoogleAuthLibraryTest::transport)
        .build();
  }

  /** Any host is the emulator: the library has Google's address for revocations built in. */
  private static NetHttpTransport transport() {
    return new NetHttpTransport.Builder()
        .setConnectionFactory(url -> (HttpURLConnection) here(url).openConnection())
        .build();
  }

  private static URL here(URL url) throws IOException {
    return google.url().resolve(url.getFile()).toURL();
  }
}
