package dev.davit.drive.internal.oauth;

import dev.davit.drive.DriveSettings;
import dev.davit.drive.internal.http.Endpoints;
import dev.davit.drive.internal.http.Transport;
import dev.davit.outbound.transfer.Form;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Google's OAuth for web servers ("Using OAuth 2.0 for Web Server Applications"), with PKCE. A
 * refresh reads the answer itself: Google's own library drops a refresh token that was rotated.
 */
public final class GoogleOAuth implements Authentication.OAuth {
  static final String ISSUER = "https://accounts.google.com";

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");

  private final DriveSettings settings;
  private final Endpoints endpoints;
  private final TokenEndpoint tokens;
  private final InstantSource clock;

  public GoogleOAuth(
      DriveSettings settings, Endpoints endpoints, Transport transport, InstantSource clock) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.tokens = new TokenEndpoint(transport);
    this.clock = clock;
  }

  @Override
  public URI authorizationUri(AuthorizationRequest request) {
    Form form =
        new Form()
            .with("response_type", "code")
            .with("client_id", settings.clientId())
            .with("redirect_uri", request.redirectUri().toString())
            .with("scope", "openid email " + settings.scope().scope())
            .with("state", request.state().reveal())
            .with("code_challenge", request.challenge())
            .with("code_challenge_method", "S256")
            .with("access_type", "offline")
            .with("prompt", "consent")
            .with("include_granted_scopes", "true")
            .with("login_hint", hint(request.account()));
    return URI.create(endpoints.authorization() + "?" + form.encoded());
  }

  /** Google knows an account by its mail address ("login_hint"); another label helps nobody. */
  private static @Nullable String hint(@Nullable String account) {
    return account != null && ADDRESS.matcher(account).matches() ? account : null;
  }

  @Override
  public String issuer() {
    return ISSUER;
  }

  @Override
  public Set<String> missingScopes(Set<String> granted) {
    return settings.scope().isIn(granted) ? Set.of() : Set.of(settings.scope().scope());
  }

  @Override
  public Grant exchange(Secret code, Secret verifier, URI redirectUri) {
    Form form =
        client("authorization_code")
            .with("code", code.reveal())
            .with("code_verifier", verifier.reveal())
            .with("redirect_uri", redirectUri.toString());
    TokenAnswer answer =
        tokens.ask(
            endpoints.token(),
            form,
            Set.of("invalid_grant", "redirect_uri_mismatch"),
            new CloudException(
                ErrorKind.INVALID_FLOW, "Google no longer knows of this log-in. Start it again."));
    Instant now = clock.instant();
    Identity account = Identity.of(answer.id(), settings.clientId(), now);
    OAuthTokens granted = answer.tokens(now, null, Set.of(settings.scope().scope()));
    return new Grant(granted, account.subject(), account.label(), granted.scopes());
  }

  @Override
  public OAuthTokens refresh(OAuthTokens old) {
    CloudException dead =
        new CloudException(
            ErrorKind.TOKEN_REJECTED,
            "Google no longer accepts this connection. Connect it again.");
    Secret refresh = old.refresh();
    if (refresh == null) {
      throw dead;
    }
    TokenAnswer answer =
        tokens.ask(
            endpoints.token(),
            client("refresh_token").with("refresh_token", refresh.reveal()),
            Set.of("invalid_grant"),
            dead);
    return answer.tokens(clock.instant(), refresh, old.scopes());
  }

  @Override
  public void revoke(OAuthTokens granted) {
    Secret refresh = granted.refresh();
    Secret token = refresh == null ? granted.access() : refresh;
    tokens.revoke(endpoints.revocation(), new Form().with("token", token.reveal()));
  }

  private Form client(String grantType) {
    return new Form()
        .with("grant_type", grantType)
        .with("client_id", settings.clientId())
        .with("client_secret", settings.clientSecret().reveal());
  }
}
