package dev.davit.emulator.google;

import dev.davit.emulator.oauth.ReturnAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Sends the browser back to the client (web-server, "Handle the OAuth 2.0 server response"), with
 * {@code iss} (RFC 9207; the discovery document's {@code
 * authorization_response_iss_parameter_supported}) and, as the real one does, with {@code authuser}
 * and {@code prompt}, which no page speaks of.
 */
final class Redirect {
  private final AuthorizationRequest request;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  private Redirect(AuthorizationRequest request) {
    this.request = request;
    if (!request.state().isEmpty()) {
      parameters.put("state", request.state());
    }
    parameters.put("iss", IdTokens.ISSUER);
  }

  /**
   * With a code.
   *
   * @param asked whether the user saw the page
   */
  static Redirect with(Code code, boolean asked) {
    Redirect redirect = new Redirect(code.request());
    redirect.parameters.put("code", code.word());
    redirect.parameters.put("scope", String.join(" ", new TreeSet<>(code.scopes())));
    redirect.parameters.put("authuser", "0");
    redirect.parameters.put("prompt", asked ? "consent" : "none");
    return redirect;
  }

  /** With an error, and nothing else to tell why. */
  static Redirect with(AuthorizationRequest request, String error) {
    Redirect redirect = new Redirect(request);
    redirect.parameters.put("error", error);
    return redirect;
  }

  void send(HttpServletResponse response) {
    ReturnAddress.send(request.redirectUri(), '?', parameters, response);
  }
}
