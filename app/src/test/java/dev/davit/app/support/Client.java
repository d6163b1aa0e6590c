package dev.davit.app.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of the HTTP interface that sends the same headers with every request. */
public final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  private final URI base;
  private final List<String> headers;

  private Client(URI base, List<String> headers) {
    this.base = base;
    this.headers = List.copyOf(headers);
  }

  /** A client of a server on this machine, not signed in. */
  public static Client of(int port) {
    return new Client(URI.create("http://127.0.0.1:" + port), List.of());
  }

  /** The same client, of another server on this machine. */
  public Client at(int port) {
    return new Client(of(port).base, headers);
  }

  /** The same client, which sends one more header. */
  public Client with(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(List.of(name, value));
    return new Client(base, more);
  }

  /** The same client, signed in with an access token. */
  public Client bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** Registers, signs in, and answers the client that is. */
  public Client registered(String email, String password) {
    post("/api/auth/register", Map.of("email", email, "password", password)).expect(201);
    return loggedIn(email, password);
  }

  /** Signs in with a token, and answers the client that is. */
  public Client loggedIn(String email, String password) {
    Answer login =
        post("/api/auth/login", Map.of("email", email, "password", password)).expect(200);
    return bearer(login.text("access_token"));
  }

  /** Connects a WebDAV server. */
  public Answer connect(URI server, String user, String password) {
    return post(
        "/api/cloud/connections/webdav",
        Map.of("server_url", server.toString(), "username", user, "password", password));
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** Posts without a body. */
  public Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  public Answer post(String path, Map<String, ?> body) {
    return json("POST", path, body);
  }

  public Answer patch(String path, Map<String, ?> body) {
    return json("PATCH", path, body);
  }

  private Answer json(String method, String path, Map<String, ?> body) {
    try {
      String text = Answer.JSON.writeValueAsString(body);
      return with("Content-Type", "application/json")
          .send(method, path, BodyPublishers.ofString(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Uploads a raw body under a name. */
  public Answer upload(String path, String name, String contentType, BodyPublisher body) {
    return with("Content-Type", contentType).send("POST", path + "?name=" + encoded(name), body);
  }

  /** Uploads bytes as a document. */
  public Answer store(String name, byte[] bytes) {
    return upload(
        "/api/documents", name, "application/octet-stream", BodyPublishers.ofByteArray(bytes));
  }

  /** Uploads as a form of a browser does, with one part called file. */
  public Answer multipart(String path, String filename, byte[] bytes) {
    String boundary = "----davit-test-7c1b";
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n"
            .formatted(boundary, filename);
    List<byte[]> parts =
        List.of(
            head.getBytes(StandardCharsets.UTF_8),
            bytes,
            ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return with("Content-Type", "multipart/form-data; boundary=" + boundary)
        .send("POST", path, BodyPublishers.ofByteArrays(parts));
  }

  public Answer send(String method, String path, BodyPublisher body) {
    try {
      return Answer.of(HTTP.send(request(method, path, body), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The body of a successful download, as it comes. */
  public InputStream stream(String path) {
    BodyHandler<InputStream> handler =
        info -> {
          if (info.statusCode() != 200) {
            throw new AssertionError("status " + info.statusCode());
          }
          return BodySubscribers.ofInputStream();
        };
    try {
      return HTTP.send(request("GET", path, BodyPublishers.noBody()), handler).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private HttpRequest request(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofMinutes(3))
            .method(method, body);
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return request.build();
  }

  /** A text for one place in a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }

  /** The header that this client sends under a name. */
  @Nullable String header(String name) {
    int at = headers.indexOf(name);
    return at < 0 ? null : headers.get(at + 1);
  }

  int port() {
    return base.getPort();
  }
}
