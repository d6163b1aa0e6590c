package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;

/**
 * Content that has arrived.
 *
 * @param type as the client says; empty when it says none
 * @param text what a search finds in it
 */
record Incoming(Content content, String type, String text) {
  private static final int INDEXED = 1 << 16;

  /** Looks into text for what a search finds. */
  static Incoming of(Content content, String type) throws IOException {
    boolean readable = type.startsWith("text/") || type.startsWith("application/json");
    return new Incoming(content, type, readable ? beginning(content) : "");
  }

  private static String beginning(Content content) throws IOException {
    try (InputStream in = Files.newInputStream(content.file())) {
      String text = new String(in.readNBytes(INDEXED), StandardCharsets.UTF_8);
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /** Puts it into an item. */
  void into(Item item, String revision) {
    item.content = content;
    item.text = text;
    item.headRevisionId = revision;
  }
}
