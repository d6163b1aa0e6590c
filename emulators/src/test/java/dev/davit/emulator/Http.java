package dev.davit.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A plain HTTP client with one user's credentials; follows nothing and repeats nothing. */
public final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final String authorization;

  private Http(URI base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  public static Http anonymous(URI base) {
    return new Http(base, "");
  }

  public static Http as(URI base, String login, String password) {
    byte[] pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Http(base, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  public static Http bearer(URI base, String token) {
    return new Http(base, "Bearer " + token);
  }

  /** Headers are names and values in turn. */
  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!authorization.isEmpty()) {
      request.setHeader("Authorization", authorization);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }
}
