package dev.davit.outbound.transfer;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request to a provider's own host, without the credential.
 *
 * @param method such as {@code PATCH}, which is really sent as such
 * @param uri where to; whoever sends it sees to it that it may go there
 * @param headers apart from {@code Authorization} and what describes the payload
 * @param payload its body; null for none
 * @param streams whether a file's bytes go one way or the other: then no total deadline holds, but
 *     one for the answer's head, for standing still and for the least rate
 */
public record Call(
    String method,
    URI uri,
    Map<String, String> headers,
    @Nullable Payload payload,
    boolean streams) {
  public Call {
    headers = Map.copyOf(headers);
  }

  /** A request without a body. */
  public static Call of(String method, URI uri) {
    return new Call(method, uri, Map.of(), null, false);
  }

  /** This, with one more header. */
  public Call with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Call(method, uri, more, payload, streams);
  }

  /** This, with a body. */
  public Call with(Payload body) {
    return new Call(method, uri, headers, body, streams);
  }

  /** This, for a file's bytes. */
  public Call streaming() {
    return new Call(method, uri, headers, payload, true);
  }

  /** Whether it may be sent again: its body can be opened twice, or there is none. */
  public boolean repeatable() {
    return payload == null || payload.repeatable();
  }

  /** Without the query: the address of an upload is as good as a credential. */
  @Override
  public String toString() {
    return method + " " + uri.getPath();
  }
}
