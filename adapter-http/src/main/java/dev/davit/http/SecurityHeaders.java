package dev.davit.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Gives every answer its request id and the headers that keep browsers from doing harm. */
final class SecurityHeaders implements HttpConfiguration.Customizer {
  static final String CSP = "Content-Security-Policy";

  /** For what is no page: nothing may be loaded or run, and nothing may frame it. */
  static final String CSP_API = "default-src 'none'; frame-ancestors 'none'";

  /** For the page: its own files and its own server, nothing inline. */
  static final String CSP_PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
          + "connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; "
          + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

  /** For users' files, should a browser ever show one in place of saving it. */
  static final String CSP_DOWNLOAD = "sandbox; default-src 'none'; frame-ancestors 'none'";

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Cors cors;

  SecurityHeaders(boolean https, Cors cors) {
    this.cors = cors;
    headers.put(CSP, CSP_API);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cache-Control", "no-store");
    if (https) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable response) {
    apply(RequestIds.mint(request), request, response);
    return request;
  }

  void apply(String requestId, Request request, HttpFields.Mutable response) {
    response.put(RequestIds.HEADER, requestId);
    headers.forEach(response::put);
    cors.apply(request.getHeaders().get(HttpHeader.ORIGIN), response);
  }
}
