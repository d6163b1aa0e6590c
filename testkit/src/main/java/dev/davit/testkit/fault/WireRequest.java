package dev.davit.testkit.fault;

import java.util.Map;

/**
 * What a request says in its head.
 *
 * @param method such as {@code PROPFIND}
 * @param target the path and the query, encoded as they came
 * @param headers by their names in lower case
 */
public record WireRequest(String method, String target, Map<String, String> headers) {
  public WireRequest {
    headers = Map.copyOf(headers);
  }

  public boolean is(String wanted) {
    return method.equals(wanted);
  }
}
