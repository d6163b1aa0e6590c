package dev.davit.emulator.google;

import java.util.Arrays;
import java.util.Set;

/**
 * What a client sends a browser to the authorization endpoint with
 * (developers.google.com/identity/protocols/oauth2/web-server, "Set authorization parameters";
 * …/identity/openid-connect/openid-connect, "Authentication URI parameters").
 *
 * @param scopes in Google's long names
 * @param state comes back as it is; empty when omitted
 * @param offline whether a refresh token is wanted: {@code access_type=offline}
 * @param together whether the tokens are to be good for all that was ever granted: {@code
 *     include_granted_scopes}
 * @param prompt what the user must, or must not, be asked; empty when omitted
 * @param loginHint a mail address or {@code sub}; empty when omitted
 * @param nonce for the id token; empty when omitted
 * @param domain whose accounts are offered: {@code hd}; empty or {@code *} for all
 */
record AuthorizationRequest(
    GoogleClient client,
    String redirectUri,
    Set<String> scopes,
    String state,
    Pkce pkce,
    boolean offline,
    boolean together,
    Set<String> prompt,
    String loginHint,
    String nonce,
    String domain) {
  private static final Set<String> BOOLEAN = Set.of("true", "false");
  private static final Set<String> PARAMETERS =
      Set.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "scope",
          "access_type",
          "state",
          "include_granted_scopes",
          "enable_granular_consent",
          "login_hint",
          "prompt",
          "code_challenge",
          "code_challenge_method",
          "nonce",
          "hd",
          "hl",
          "display",
          "openid.realm");

  /** Reads it, the client and its address first: nothing is sent to an address that is not its. */
  static AuthorizationRequest of(Form form, Clients clients) {
    GoogleClient client = client(form, clients);
    String redirectUri = redirectUri(form, client);
    form.allowOnly(PARAMETERS);
    responseType(form);
    form.choice("enable_granular_consent", BOOLEAN);
    return new AuthorizationRequest(
        client,
        redirectUri,
        scopes(form, client),
        form.get("state"),
        Pkce.of(form),
        form.choice("access_type", Set.of("online", "offline")).equals("offline"),
        form.choice("include_granted_scopes", BOOLEAN).equals("true"),
        prompt(form),
        form.get("login_hint"),
        form.get("nonce"),
        form.get("hd"));
  }

  private static GoogleClient client(Form form, Clients clients) {
    return clients
        .find(form.require("client_id"))
        .orElseThrow(() -> OAuthError.invalidClient("The OAuth client was not found."));
  }

  /** "The value must exactly match one of the authorized redirect URIs" (web-server). */
  private static String redirectUri(Form form, GoogleClient client) {
    String uri = form.require("redirect_uri");
    if (!client.redirectsTo(uri)) {
      throw OAuthError.badRequest(
          "redirect_uri_mismatch", "The redirect URI in the request does not match: " + uri);
    }
    return uri;
  }

  /** "Set the parameter value to code for web server applications" (web-server). */
  private static void responseType(Form form) {
    String type = form.require("response_type");
    if (!type.equals("code")) {
      throw OAuthError.badRequest("unsupported_response_type", "Invalid response_type: " + type);
    }
  }

  private static Set<String> scopes(Form form, GoogleClient client) {
    Set<String> scopes = Scopes.of(form.require("scope").split(" ", -1));
    for (String scope : scopes) {
      if (!client.scopes().contains(scope)) {
        throw OAuthError.badRequest(
            "invalid_scope", "Some requested scopes were invalid. {invalid=[" + scope + "]}");
      }
    }
    return scopes;
  }

  /** A "space-delimited, case-sensitive list"; {@code none} "must not be specified with others". */
  private static Set<String> prompt(Form form) {
    Set<String> prompt = form.has("prompt") ? Set.of(distinct(form.get("prompt"))) : Set.of();
    if (!Set.of("none", "consent", "select_account").containsAll(prompt)
        || (prompt.contains("none") && prompt.size() > 1)) {
      throw OAuthError.invalidRequest("Invalid parameter value for prompt: Invalid prompt");
    }
    return prompt;
  }

  private static String[] distinct(String list) {
    return Arrays.stream(list.split(" ", -1)).distinct().toArray(String[]::new);
  }

  boolean prompts(String what) {
    return prompt.contains(what);
  }

  /** Whether this account's domain is among those that are offered. */
  boolean offers(GoogleAccount account) {
    return domain.isEmpty() || domain.equals("*") || domain.equals(account.domain());
  }

  /** Without state and nonce. */
  @Override
  public String toString() {
    return "request of " + client + " for " + scopes;
  }
}
