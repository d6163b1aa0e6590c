package dev.davit.webdav.internal.http;

import dev.davit.outbound.transfer.Payload;
import dev.davit.webdav.internal.dav.DavPath;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to a path below whatever address the connection has.
 *
 * @param method such as {@code PROPFIND}
 * @param path of what
 * @param headers apart from {@code Authorization}, {@code Destination}, {@code If} and the
 *     payload's
 * @param destination for {@code MOVE} and {@code COPY}; sent absolute and encoded
 * @param replaced the etag that what is at the destination must have (RFC 4918, 10.4), where the
 *     server heeds that; null for any
 * @param payload null for none
 * @param streams whether the answer's body is a file's
 */
public record Call(
    String method,
    DavPath path,
    Map<String, String> headers,
    @Nullable DavPath destination,
    @Nullable String replaced,
    @Nullable Payload payload,
    boolean streams) {
  public Call {
    headers = Map.copyOf(headers);
  }

  public static Call of(String method, DavPath path) {
    return new Call(method, path, Map.of(), null, null, null, false);
  }

  public Call with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Call(method, path, more, destination, replaced, payload, streams);
  }

  public Call with(Payload body) {
    return new Call(method, path, headers, destination, replaced, body, streams);
  }

  public Call to(DavPath there) {
    return new Call(method, path, headers, there, replaced, payload, streams);
  }

  public Call replacing(String etag) {
    return new Call(method, path, headers, destination, etag, payload, streams);
  }

  public Call streaming() {
    return new Call(method, path, headers, destination, replaced, payload, true);
  }

  boolean repeatable() {
    return payload == null || payload.repeatable();
  }
}
