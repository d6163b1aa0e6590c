package dev.davit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who calls a server, with the headers that are always sent. */
final class Client {
  static final String PASSWORD = "correct horse battery";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final Map<String, String> headers;

  Client(String base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  Client with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Client(base, more);
  }

  /** The same client, calling another server. */
  Client at(String other) {
    return new Client(other, headers);
  }

  Client without(String name) {
    Map<String, String> less = new LinkedHashMap<>(headers);
    less.remove(name);
    return new Client(base, less);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  Reply get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Reply delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Reply post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  /** Posts JSON; single quotes stand for double ones. */
  Reply post(String path, String json) {
    return json("POST", path, json);
  }

  Reply patch(String path, String json) {
    return json("PATCH", path, json);
  }

  Reply json(String method, String path, String json) {
    Client typed =
        headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
    return typed.send(method, path, BodyPublishers.ofString(json.replace('\'', '"')));
  }

  Reply upload(String path, byte[] bytes) {
    return send("POST", path, BodyPublishers.ofByteArray(bytes));
  }

  Reply send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    headers.forEach(request::header);
    try {
      return new Reply(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same client, signed in with a token. */
  Client login(String email) {
    Reply reply =
        post("/api/auth/login", "{'email':'%s','password':'%s'}".formatted(email, PASSWORD));
    return with("Authorization", "Bearer " + reply.is(200).get("access_token"));
  }

  /** The same client, signed in as a page does it. */
  Client loginAsPage(String email) {
    Reply reply =
        post(
            "/api/auth/login",
            "{'email':'%s','password':'%s','session':'cookie'}".formatted(email, PASSWORD));
    String cookie = reply.is(200).header("Set-Cookie");
    return with("Cookie", cookie.substring(0, cookie.indexOf(';')))
        .with("X-CSRF-Token", reply.get("csrf_token"));
  }
}
