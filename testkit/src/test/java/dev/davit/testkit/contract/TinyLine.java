package dev.davit.testkit.contract;

import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** An entry as a line of text. */
final class TinyLine {
  /** What every answer with entries begins with. */
  static final String START = "entries\n";

  private TinyLine() {}

  static String of(Entry entry) {
    String size = entry.size() == null ? "-" : entry.size().toString();
    return String.join(" ", entry.id().value(), entry.kind().name(), size, word(entry.name()));
  }

  private static Entry entry(String line) {
    String[] words = line.split(" ", -1);
    Long size = words[2].equals("-") ? null : (Long) Long.parseLong(words[2]);
    return new Entry(
        new EntryId(words[0]),
        text(words[3]),
        Entry.Kind.valueOf(words[1]),
        size,
        null,
        null,
        null,
        null);
  }

  /** The entries of an answer; nothing if it is none. */
  static Optional<List<Entry>> entries(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.startsWith(START) && text.endsWith("\n")
        ? Optional.of(
            text.substring(START.length())
                .lines()
                .filter(line -> !line.isEmpty())
                .map(TinyLine::entry)
                .toList())
        : Optional.empty();
  }

  /** A name as one word of a path. */
  static String word(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String text(String word) {
    return new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
  }
}
