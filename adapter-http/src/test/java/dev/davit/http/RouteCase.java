package dev.davit.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call that goes well, of one route; tests spoil it in one point each.
 *
 * @param route which
 * @param path the address without a query
 * @param query parameters that it needs; may be empty
 * @param body JSON or bytes; empty for none
 */
record RouteCase(Route route, String path, String query, String body) {

  static RouteCase of(Route route, Stage stage) {
    String path = route.path();
    for (Map.Entry<String, String> value : values(route, stage).entrySet()) {
      path = path.replace("{" + value.getKey() + "}", value.getValue());
    }
    return new RouteCase(route, path, query(route), body(route, stage));
  }

  private static String query(Route route) {
    if (route.query().contains("name")) {
      return "name=new.txt";
    }
    if (route.query().contains("state")) {
      return "state=unknown&code=x&scope=of+theirs";
    }
    return route.query().contains("q") ? "q=file" : "";
  }

  private static Map<String, String> values(Route route, Stage stage) {
    Map<String, String> values = new TreeMap<>();
    values.put("provider", route.path().startsWith("/api/cloud/oauth") ? "memory_oauth" : "memory");
    values.put("folder_id", "root");
    values.put("file", "probe.css");
    values.put("flow", stage.flow());
    values.put(
        "entry_id", route.path().matches(".*/(children|upload|folder)") ? "root" : stage.file());
    values.put("id", stage.connection());
    if (route.path().startsWith("/api/documents")) {
      values.put("id", stage.document());
    } else if (route.path().startsWith("/api/admin")) {
      values.put("id", stage.userId());
    } else if (route.path().startsWith("/api/purges")) {
      values.put("id", stage.purge());
    }
    return values;
  }

  private static String body(Route route, Stage stage) {
    String login = "{'email':'" + World.ANN + "','password':'" + Client.PASSWORD + "'}";
    return switch (route.toString()) {
      case "POST /api/auth/register" -> "{'email':'new@example.org','password':'long enough'}";
      case "POST /api/auth/login" -> login;
      case "POST /api/auth/password" ->
          "{'old_password':'" + Client.PASSWORD + "','new_password':'long enough'}";
      case "DELETE /api/users/me" -> "{'password':'" + Client.PASSWORD + "'}";
      case "PATCH /api/users/me/default-storage" -> "{'provider':'memory'}";
      case "POST /api/cloud/connections/webdav" -> stage.connectBody();
      case "POST /api/cloud/connections/{provider}/login" -> Stage.LOGIN;
      case "PATCH /api/cloud/connections/{id}" -> "{'display_name':'Renamed'}";
      case "POST /api/cloud/connections/{id}/files/{entry_id}/folder" -> "{'name':'sub'}";
      case "POST /api/cloud/connections/{id}/files/{entry_id}/move" ->
          "{'folder_id':'root','name':'moved.txt'}";
      case "POST /api/cloud/connections/{id}/files/{entry_id}/copy" ->
          "{'folder_id':'root','name':'copy.txt'}";
      case "POST /api/cloud/oauth/complete" -> "{'handle':'" + stage.handle() + "'}";
      default -> route.body().kind() == Body.Kind.FILE ? "some bytes" : "";
    };
  }

  RouteCase withPath(String value) {
    return new RouteCase(route, value, query, body);
  }

  RouteCase withQuery(String value) {
    return new RouteCase(route, path, value, body);
  }

  RouteCase withBody(String value) {
    return new RouteCase(route, path, query, value);
  }

  Reply send(Client client) {
    String address = query.isEmpty() ? path : path + "?" + query;
    if (route.body().isJson()) {
      return client.json(route.method().name(), address, body);
    }
    BodyPublisher bytes = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return client.send(route.method().name(), address, bytes);
  }
}
