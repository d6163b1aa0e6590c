package dev.davit.onedrive.internal.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import dev.davit.onedrive.OneDriveSettings;
import dev.davit.onedrive.internal.http.Endpoints;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.onedrive.internal.http.Transport;
import dev.davit.ports.CloudException;
import dev.davit.ports.Secret;
import java.net.MalformedURLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the token endpoint by Microsoft's library, with an application for each single operation:
 * its cache holds one connection's tokens, is born empty and dies with it, so that nobody can find
 * another's there. Nothing that the library says of a failure is passed on.
 */
final class Msal {
  private final OneDriveSettings settings;
  private final Endpoints endpoints;
  private final Transport transport;

  Msal(OneDriveSettings settings, Endpoints endpoints, Transport transport) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.transport = transport;
  }

  /**
   * Asks for tokens, once.
   *
   * @throws CloudException as {@link Refusals} says
   */
  TokenAnswer ask(
      Function<ConfidentialClientApplication, CompletableFuture<IAuthenticationResult>> operation,
      Refusals refusals) {
    String path = "/" + tenant() + "/oauth2/v2.0/token";
    Wire wire = new Wire(transport, endpoints, path, refusals);
    ConfidentialClientApplication application = application(wire);
    IAuthenticationResult result = result(operation, application);
    if (wire.failure() != null) {
      throw wire.failure();
    }
    Json answered = wire.answered();
    if (result == null || answered == null) {
      throw TokenAnswer.nonsense();
    }
    return new TokenAnswer(
        new Secret(result.accessToken()),
        rotated(application),
        answered.number("expires_in"),
        blankToNull(result.scopes()),
        blankToNull(result.idToken()) == null ? null : new Secret(result.idToken()));
  }

  private static @Nullable IAuthenticationResult result(
      Function<ConfidentialClientApplication, CompletableFuture<IAuthenticationResult>> operation,
      ConfidentialClientApplication application) {
    try {
      return operation.apply(application).join();
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** The refresh token is nowhere but in the cache. */
  private static @Nullable Secret rotated(ConfidentialClientApplication application) {
    Json tokens =
        Json.parse(application.tokenCache().serialize().getBytes(UTF_8)).object("RefreshToken");
    if (tokens == null) {
      return null;
    }
    Set<String> names = tokens.names();
    Json only = names.size() == 1 ? tokens.object(names.iterator().next()) : null;
    String secret = only == null ? null : only.text("secret");
    return secret == null || secret.isBlank() ? null : new Secret(secret);
  }

  private ConfidentialClientApplication application(Wire wire) {
    try {
      return ConfidentialClientApplication.builder(
              settings.clientId(),
              ClientCredentialFactory.createFromSecret(settings.clientSecret().reveal()))
          .authority(settings.cloud().login() + tenant() + "/")
          .instanceDiscovery(false)
          .validateAuthority(false)
          .logPii(false)
          .httpClient(wire)
          .executorService(new InlineExecutor())
          .disableInternalRetries()
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("the log-in's address is one", e);
    }
  }

  /** As the library writes it. */
  private String tenant() {
    return settings.tenant().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
