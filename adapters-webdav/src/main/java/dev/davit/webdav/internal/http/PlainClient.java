package dev.davit.webdav.internal.http;

import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.Target;
import dev.davit.outbound.transfer.Payload;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.Map;

/**
 * Single requests beside WebDAV, with nothing of any credential but what a caller adds. Only a GET
 * follows redirects, and only within its origin.
 */
public final class PlainClient {
  private static final int MAX_HOPS = 3;

  private final Transport transport;
  private final OutboundGuard guard;

  public PlainClient(Transport transport, OutboundGuard guard) {
    this.transport = transport;
    this.guard = guard;
  }

  /**
   * Sends a request without a body.
   *
   * @return to be closed; of any status
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if no answer came; {@link
   *     ErrorKind#ADDRESS_REFUSED}
   */
  public Answer send(String method, Target target, Map<String, String> headers) {
    Target next = target;
    for (int hop = 0; ; hop++) {
      Answer answer = transport.send(new Exchange(method, next, headers, null, false));
      if (hop == MAX_HOPS || !isRedirect(method, answer)) {
        return answer;
      }
      try (answer) {
        next = guard.follow(answer.target(), String.valueOf(answer.header("Location")));
      }
    }
  }

  /** Sends a request with a body, once; otherwise as the other. */
  public Answer post(Target target, Map<String, String> headers, Payload payload) {
    return transport.send(new Exchange("POST", target, headers, payload, false));
  }

  private static boolean isRedirect(String method, Answer answer) {
    return switch (answer.status()) {
      case 301, 302, 303, 307, 308 -> method.equals("GET") && answer.header("Location") != null;
      default -> false;
    };
  }
}
