package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.Http;
import dev.davit.emulator.files.Jsons;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftEmulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** An emulated Microsoft with Graph; ada has an account at home, bo one at work. */
abstract class GraphBench {
  static final String ME = "/v1.0/me/drive";

  @TempDir static Path dir;
  static MicrosoftEmulator microsoft;
  static GraphEmulator graph;
  static MicrosoftAccount ada;
  static MicrosoftAccount bo;

  @BeforeAll
  static void start() {
    graph = new GraphEmulator();
    microsoft = MicrosoftEmulator.at(dir).with(graph).start();
    ada = microsoft.addAccount("ada@example.org");
    bo = microsoft.addAccount("bo@contoso.example", microsoft.addTenant("contoso.example"));
  }

  @AfterAll
  static void end() {
    microsoft.close();
  }

  @AfterEach
  void clear() {
    microsoft.clearFaults();
  }

  /** An answer, its body read as what it is. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    Map<String, Object> json() {
      try {
        return Jsons.object(
            new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)),
            () -> new IllegalStateException("No JSON: " + response.body()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String text(String name) {
      return String.valueOf(json().get(name));
    }

    Map<?, ?> object(String name) {
      return (Map<?, ?>) Objects.requireNonNull(json().get(name));
    }

    /** An object in an object. */
    Map<?, ?> object(String name, String inner) {
      return (Map<?, ?>) Objects.requireNonNull(object(name).get(inner));
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The error's code, and after a slash the one inside. */
    String error() {
      if (!json().containsKey("error")) {
        return "";
      }
      Object code = object("error", "innerError").get("code");
      return object("error").get("code") + (code == null ? "" : "/" + code);
    }

    /** A field of each item of a list. */
    List<String> items(String field) {
      return values().stream().map(item -> String.valueOf(item.get(field))).toList();
    }

    List<Map<String, Object>> values() {
      return ((List<?>) Objects.requireNonNull(json().get("value")))
          .stream().map(item -> named((Map<?, ?>) item)).toList();
    }

    private static Map<String, Object> named(Map<?, ?> item) {
      Map<String, Object> named = new LinkedHashMap<>();
      item.forEach((key, value) -> named.put(String.valueOf(key), value));
      return named;
    }

    /** The path and the query of the next page; empty at the end. */
    String next() {
      return path(json().getOrDefault("@odata.nextLink", ""));
    }

    String delta() {
      return path(json().getOrDefault("@odata.deltaLink", ""));
    }

    static String path(Object address) {
      return address.toString().replace(microsoft.url().toString(), "/");
    }
  }

  /** Somebody's requests. */
  record Caller(Http http) {
    Answer get(String path, String... headers) {
      return new Answer(http.get(path, headers));
    }

    Answer json(String method, String path, String body, String... headers) {
      String[] all = new String[headers.length + 2];
      System.arraycopy(headers, 0, all, 2, headers.length);
      all[0] = "Content-Type";
      all[1] = "application/json";
      return new Answer(http.send(method, path, body.replace('\'', '"'), all));
    }

    Answer put(String path, String body, String... headers) {
      String[] all = new String[headers.length + 2];
      System.arraycopy(headers, 0, all, 2, headers.length);
      all[0] = "Content-Type";
      all[1] = "text/plain";
      return new Answer(http.send("PUT", path, body, all));
    }

    Answer delete(String path, String... headers) {
      return new Answer(http.send("DELETE", path, "", headers));
    }
  }

  static Caller as(MicrosoftAccount account, String... scopes) {
    return new Caller(Http.bearer(microsoft.url(), microsoft.grant(account, scopes).access()));
  }

  static Caller ada() {
    return as(ada, "Files.ReadWrite");
  }

  static Caller bo() {
    return as(bo, "Files.ReadWrite.All");
  }

  static Caller nobody() {
    return new Caller(Http.anonymous(microsoft.url()));
  }

  static GraphItems items() {
    return graph.items();
  }

  /** A new folder below ada's root. */
  static String folder(String name) {
    return items().addFolder(items().root(ada), name);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String item(String id) {
    return ME + "/items/" + id;
  }
}
