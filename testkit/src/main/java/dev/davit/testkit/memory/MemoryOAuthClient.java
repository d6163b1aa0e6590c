package dev.davit.testkit.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The endpoints of a {@link MemoryOAuth}. */
record MemoryOAuthClient(MemoryOAuth oauth) implements Authentication.OAuth {
  static final String CLIENT = "memory-client";

  @Override
  public URI authorizationUri(AuthorizationRequest request) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", CLIENT);
    query.put("redirect_uri", request.redirectUri().toString());
    query.put("scope", String.join(" ", new TreeSet<>(MemoryOAuth.SCOPES)));
    query.put("state", request.state().reveal());
    query.put("code_challenge", request.challenge());
    query.put("code_challenge_method", "S256");
    if (request.account() != null) {
      query.put("login_hint", request.account());
    }
    return URI.create(MemoryOAuth.ISSUER + "/authorize?" + encoded(query));
  }

  @Override
  public String issuer() {
    return MemoryOAuth.ISSUER;
  }

  @Override
  public Set<String> missingScopes(Set<String> granted) {
    return granted.contains(MemoryOAuth.FILES) ? Set.of() : Set.of(MemoryOAuth.FILES);
  }

  @Override
  public Grant exchange(Secret code, Secret verifier, URI redirectUri) {
    oauth.saw(verifier);
    return called("exchange", () -> grant(code, verifier, redirectUri));
  }

  private Grant grant(Secret code, Secret verifier, URI redirectUri) {
    oauth.grants().punish(oauth.consents().family(code));
    MemoryConsents.Consent consent = oauth.consents().take(code, verifier, redirectUri);
    String account = consent.account();
    return new Grant(
        seen(oauth.grants().begin(consent)),
        "account:" + account,
        account + "@memory.example",
        consent.scopes());
  }

  @Override
  public OAuthTokens refresh(OAuthTokens tokens) {
    if (tokens.refresh() == null) {
      throw MemoryOAuthFaults.invalidGrant();
    }
    return called("refresh", () -> seen(oauth.grants().refresh(tokens)));
  }

  @Override
  public void revoke(OAuthTokens tokens) {
    called(
        "revoke",
        () -> {
          oauth.grants().revoke(tokens);
          return true;
        });
  }

  private OAuthTokens seen(OAuthTokens tokens) {
    oauth.saw(tokens.access());
    oauth.saw(tokens.refresh());
    return tokens;
  }

  private <T> T called(String operation, Supplier<T> work) {
    oauth.faults().before(operation);
    T result = work.get();
    oauth.faults().after(operation);
    return result;
  }

  private static String encoded(Map<String, String> query) {
    return query.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
