package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Jsons;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A plain HTTP client of Drive, with one account's token; follows nothing, repeats nothing. */
final class Api {
  static final String FILES = "/drive/v3/files";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final String authorization;

  private Api(URI base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** With scopes of Drive, such as {@code drive.file}. */
  static Api of(GoogleEmulator google, GoogleAccount account, String... scopes) {
    String[] names = new String[scopes.length];
    for (int i = 0; i < scopes.length; i++) {
      names[i] = "https://www.googleapis.com/auth/" + scopes[i];
    }
    return new Api(google.url(), "Bearer " + google.grant(account, names).access());
  }

  /** Without a token. */
  Api anonymous() {
    return new Api(base, "");
  }

  /** With another token. */
  Api bearing(String token) {
    return new Api(base, "Bearer " + token);
  }

  static GoogleEmulator start(Path dir, DriveEmulator drive) {
    return GoogleEmulator.at(dir).with(drive).start();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** An answer, its body read as what it is. */
  record Answer(int status, HttpResponse<byte[]> response) {
    Map<String, Object> json() {
      try {
        return Jsons.object(
            new ByteArrayInputStream(response.body()),
            () -> new IllegalStateException("No JSON: " + text()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** {@code error.errors[0].reason}; empty when it is no error. */
    String reason() {
      return isJson()
              && json().get("error") instanceof Map<?, ?> error
              && error.get("errors") instanceof List<?> errors
              && errors.get(0) instanceof Map<?, ?> first
          ? String.valueOf(first.get("reason"))
          : "";
    }

    private boolean isJson() {
      return header("Content-Type").startsWith("application/json");
    }

    String string(String name) {
      return String.valueOf(json().get(name));
    }

    /** A field that is an object. */
    Map<?, ?> object(String name) {
      return (Map<?, ?>) Objects.requireNonNull(json().get(name));
    }

    /** A field that is a list. */
    List<?> list(String name) {
      return (List<?>) Objects.requireNonNull(json().get(name));
    }

    /** A field of each file of a list. */
    List<String> files(String field) {
      return json().get("files") instanceof List<?> files
          ? files.stream().map(file -> String.valueOf(((Map<?, ?>) file).get(field))).toList()
          : List.of();
    }
  }

  Answer get(String path, String... headers) {
    return send("GET", path, new byte[0], headers);
  }

  /** Sends JSON. */
  Answer json(String method, String path, String body) {
    return send(
        method,
        path,
        body.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/json; charset=UTF-8");
  }

  /** What {@code q} finds. */
  Answer find(String query) {
    return get(FILES + "?q=" + encoded(query));
  }

  /** Headers are names and values in turn. */
  Answer send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .method(
                method,
                body.length == 0 && method.equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!authorization.isEmpty()) {
      request.setHeader("Authorization", authorization);
    }
    try {
      HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
