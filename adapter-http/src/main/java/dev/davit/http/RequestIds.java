package dev.davit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.jetty.server.Request;

/** Names each request for the log, the audit and the client; never what a client sent. */
final class RequestIds {
  static final String HEADER = "X-Request-Id";
  private static final String ATTRIBUTE = "dev.davit.request-id";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private RequestIds() {}

  static String mint(Request request) {
    byte[] bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    String id = BASE64.encodeToString(bytes);
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  static String of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "";
  }

  /** The id of a request that may have failed before it got one. */
  static String of(Request request) {
    return request.getAttribute(ATTRIBUTE) instanceof String id ? id : mint(request);
  }
}
