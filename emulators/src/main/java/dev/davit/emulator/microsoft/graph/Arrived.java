package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Content;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Objects;

/**
 * Bytes that have come for a file.
 *
 * @param text what a search finds in them
 */
record Arrived(Content content, String text) {
  private static final int INDEXED = 1 << 16;
  private static final int ZERO = 0;

  /** Looks into them for what a search finds. */
  static Arrived of(Content content) throws IOException {
    try (InputStream in = Files.newInputStream(content.file())) {
      String text = new String(in.readNBytes(INDEXED), StandardCharsets.UTF_8);
      boolean readable = text.indexOf(ZERO) < 0;
      return new Arrived(content, readable ? text.toLowerCase(Locale.ROOT) : "");
    }
  }

  /** The media type, which the vendor tells by the name, whatever the client says. */
  String type(String name) {
    return Objects.requireNonNullElse(
        URLConnection.guessContentTypeFromName(name), "application/octet-stream");
  }
}
