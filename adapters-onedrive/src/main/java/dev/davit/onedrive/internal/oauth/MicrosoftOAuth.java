package dev.davit.onedrive.internal.oauth;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
import dev.davit.onedrive.OneDriveSettings;
import dev.davit.onedrive.internal.http.Endpoints;
import dev.davit.onedrive.internal.http.Transport;
import dev.davit.outbound.transfer.Form;
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
 * The Microsoft identity platform's OAuth for web applications ("OAuth 2.0 authorization code
 * flow"), with PKCE. Refresh tokens may be replaced with each use; the newest is kept.
 */
public final class MicrosoftOAuth implements Authentication.OAuth {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");
  private static final Pattern WORDS = Pattern.compile("(?i)common|organizations|consumers");

  private final OneDriveSettings settings;
  private final Endpoints endpoints;
  private final Scopes scopes;
  private final Msal msal;
  private final InstantSource clock;

  /** A client; makes no call. */
  public MicrosoftOAuth(
      OneDriveSettings settings, Endpoints endpoints, Transport transport, InstantSource clock) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.scopes = new Scopes(settings.scope(), endpoints.scopePrefix());
    this.msal = new Msal(settings, endpoints, transport);
    this.clock = clock;
  }

  /**
   * Users choose an account, unless one is proposed: Microsoft shows the choice whatever is
   * proposed, where it is asked to ("prompt", "login_hint").
   */
  @Override
  public URI authorizationUri(AuthorizationRequest request) {
    String hint = hint(request.account());
    Form form =
        new Form()
            .with("response_type", "code")
            .with("client_id", settings.clientId())
            .with("redirect_uri", request.redirectUri().toString())
            .with("response_mode", "query")
            .with("scope", scopes.asked())
            .with("state", request.state().reveal())
            .with("code_challenge", request.challenge())
            .with("code_challenge_method", "S256")
            .with("prompt", hint == null ? "select_account" : null)
            .with("login_hint", hint);
    return URI.create(
        endpoints.login() + settings.tenant() + "/oauth2/v2.0/authorize?" + form.encoded());
  }

  /** Microsoft knows an account by its mail address; another label helps nobody. */
  private static @Nullable String hint(@Nullable String account) {
    return account != null && ADDRESS.matcher(account).matches() ? account : null;
  }

  /**
   * As the platform's own description of itself has it: with a place for the tenant's id where
   * several are let in. No {@code iss} comes beside its codes.
   */
  @Override
  public String issuer() {
    String tenant = WORDS.matcher(settings.tenant()).matches() ? "{tenantid}" : settings.tenant();
    return settings.cloud().login() + tenant + "/v2.0";
  }

  @Override
  public Set<String> missingScopes(Set<String> granted) {
    return scopes.missing(granted);
  }

  /** A grant of less than was asked for is refused by Microsoft: it knows all or nothing. */
  @Override
  public Grant exchange(Secret code, Secret verifier, URI redirectUri) {
    TokenAnswer answer =
        msal.ask(
            application ->
                application.acquireToken(
                    AuthorizationCodeParameters.builder(code.reveal(), redirectUri)
                        .scopes(scopes.first())
                        .codeVerifier(verifier.reveal())
                        .build()),
            Refusals.ofCode());
    Instant now = clock.instant();
    Identity account = Identity.of(answer.id(), settings, now);
    OAuthTokens granted =
        answer.tokens(now, null, granted(answer, Set.of(settings.scope().scope())));
    return new Grant(granted, account.subject(), account.label(), granted.scopes());
  }

  @Override
  public OAuthTokens refresh(OAuthTokens old) {
    Refusals refusals = Refusals.ofGrant();
    Secret refresh = old.refresh();
    if (refresh == null) {
      throw refusals.dead();
    }
    TokenAnswer answer =
        msal.ask(
            application ->
                application.acquireToken(
                    RefreshTokenParameters.builder(scopes.next(old.scopes()), refresh.reveal())
                        .build()),
            refusals);
    return answer.tokens(clock.instant(), refresh, granted(answer, old.scopes()));
  }

  private Set<String> granted(TokenAnswer answer, Set<String> otherwise) {
    String named = answer.scopes();
    return named == null ? otherwise : scopes.named(named);
  }

  /**
   * Does nothing: Microsoft has no way to revoke one grant, only one that ends all of a user's
   * sessions in every application. What is kept here is deleted; users take their consent back on
   * Microsoft's own page.
   */
  @Override
  public void revoke(OAuthTokens granted) {}
}
