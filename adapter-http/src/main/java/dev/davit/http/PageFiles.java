package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page's files: from the class path, one flat folder, known endings only. */
final class PageFiles {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,60}(\\.[a-z0-9]{1,11}){1,2}");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "webmanifest", "application/manifest+json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/vnd.microsoft.icon",
          "woff2", "font/woff2");

  private final Map<String, PageFile> cache = new ConcurrentHashMap<>();

  void index(Call call) {
    send(call, "index.html");
  }

  void file(Call call) {
    send(call, call.path("file"));
  }

  private void send(Call call, String name) {
    PageFile file = find(name);
    call.header(SecurityHeaders.CSP, SecurityHeaders.CSP_PAGE);
    call.header("Cache-Control", "no-cache");
    call.header("ETag", file.etag());
    if (Etags.matches(call.request().getHeader("If-None-Match"), file.etag())) {
      call.empty(304);
    } else {
      call.bytes(file.mediaType(), file.bytes());
    }
  }

  private PageFile find(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    PageFile known = cache.get(name);
    if (known != null) {
      return known;
    }
    byte[] bytes = type != null && NAME.matcher(name).matches() ? load(name) : null;
    if (type == null || bytes == null) {
      throw new CloudException(ErrorKind.NOT_FOUND, "There is nothing here.");
    }
    PageFile file = new PageFile(type, bytes, "\"" + hash(bytes) + "\"");
    cache.put(name, file);
    return file;
  }

  private static byte @Nullable [] load(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream("page/" + name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file as it is sent. */
  @SuppressWarnings("ArrayRecordComponent")
  private record PageFile(String mediaType, byte[] bytes, String etag) {}
}
