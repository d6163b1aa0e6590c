package dev.davit.emulator.microsoft;

import dev.davit.emulator.internal.Json;
import dev.davit.emulator.oauth.SignedTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What clients find the endpoints by (v2-protocols-oidc, "Find your app's OpenID configuration").
 */
final class Discovery {
  private static final String HOST = "login.microsoftonline.com";

  private final World world;

  Discovery(World world) {
    this.world = world;
  }

  /** The keys of the id tokens. */
  void keys(String tenant, HttpServletResponse response) throws IOException {
    Authority.of(tenant, world.tenants());
    Json.send(response, HttpServletResponse.SC_OK, SignedTokens.keys());
  }

  /** {@code /{tenant}/v2.0/.well-known/openid-configuration}. */
  void configuration(String tenant, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Json.send(response, HttpServletResponse.SC_OK, configuration(tenant, base(request)));
  }

  private Map<String, Object> configuration(String tenant, String base) {
    Authority authority = Authority.of(tenant, world.tenants());
    String at = base + tenant;
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("token_endpoint", at + "/oauth2/v2.0/token");
    all.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
    all.put("jwks_uri", at + "/discovery/v2.0/keys");
    all.put("response_modes_supported", List.of("query", "fragment", "form_post"));
    all.put("subject_types_supported", List.of("pairwise"));
    all.put("id_token_signing_alg_values_supported", List.of("RS256"));
    all.put("response_types_supported", List.of("code"));
    all.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
    all.put("issuer", IdTokens.issuer(issuedBy(authority)));
    all.put("authorization_endpoint", at + "/oauth2/v2.0/authorize");
    return all;
  }

  /** For several tenants the document has a place for the id. */
  private static String issuedBy(Authority authority) {
    return switch (authority.kind()) {
      case COMMON, ORGANIZATIONS -> "{tenantid}";
      case CONSUMERS -> Tenant.PERSONAL.id();
      case TENANT -> authority.tenant().map(Tenant::id).orElse("");
    };
  }

  /** {@code /common/discovery/instance}: which hosts are one cloud, as MSAL asks. */
  void instance(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Map<String, Object> cloud = new LinkedHashMap<>();
    cloud.put("preferred_network", HOST);
    cloud.put("preferred_cache", "login.windows.net");
    cloud.put("aliases", List.of(HOST, "login.windows.net", "login.microsoft.com"));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(
        "tenant_discovery_endpoint",
        base(request) + "common/v2.0/.well-known/openid-configuration");
    all.put("api-version", "1.1");
    all.put("metadata", List.of(cloud));
    Json.send(response, HttpServletResponse.SC_OK, all);
  }

  private static String base(HttpServletRequest request) {
    return request.getScheme() + "://" + request.getHeader("Host") + "/";
  }
}
