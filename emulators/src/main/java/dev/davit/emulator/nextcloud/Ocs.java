package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Json;
import dev.davit.emulator.internal.Xml;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the OCS envelope: {@code ocs.meta} says how it went, {@code ocs.data} what it is
 * (OCS/ocs-api-overview.rst). Version 2 repeats the HTTP status in {@code meta.statuscode}, except
 * for 997, "not logged in", which comes with 401 (nextcloud/server, {@code
 * lib/private/AppFramework/OCS/V2Response.php}).
 */
record Ocs(int http, int statuscode, String message, Object data) {
  static final Ocs NOT_LOGGED_IN = failed(401, 997, "Current user is not logged in");
  static final Ocs TOO_MANY_REQUESTS = failed(429, 429, "Too many requests");
  private static final int OK = 200;

  static Ocs ok(Object data) {
    return new Ocs(OK, OK, "OK", data);
  }

  static Ocs failed(int http, int statuscode, String message) {
    return new Ocs(http, statuscode, message, List.of());
  }

  /** As JSON. */
  void send(HttpServletResponse response) throws IOException {
    Json.send(response, http, Map.of("ocs", envelope()));
  }

  /** As the client asked: XML, unless it says {@code format=json} or accepts JSON only. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (wantsJson(request)) {
      send(response);
      return;
    }
    response.setStatus(http);
    response.setContentType("application/xml; charset=utf-8");
    String body = "<?xml version=\"1.0\"?>\n<ocs>" + xml(envelope()) + "</ocs>\n";
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }

  static boolean wantsJson(HttpServletRequest request) {
    @Nullable String accept = request.getHeader("Accept");
    return "json".equals(request.getParameter("format"))
        || (accept != null && accept.startsWith("application/json"));
  }

  private Map<String, Object> envelope() {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("status", statuscode == OK ? "ok" : "failure");
    meta.put("statuscode", statuscode);
    meta.put("message", message);
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("meta", meta);
    envelope.put("data", data);
    return envelope;
  }

  private static String xml(@Nullable Object value) {
    StringBuilder xml = new StringBuilder();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, inner) -> xml.append(element(String.valueOf(name), xml(inner))));
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> xml.append(element("element", xml(item))));
    } else {
      xml.append(Xml.escape(String.valueOf(value)));
    }
    return xml.toString();
  }

  private static String element(String name, String inner) {
    return "<" + name + ">" + inner + "</" + name + ">";
  }
}
