package dev.davit.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The tables of addresses and verdicts. */
public final class Vectors {
  private Vectors() {}

  /** An address, what must become of it, and why. */
  public record Row(String url, boolean allowed, String reason) {
    @Override
    public String toString() {
      return (allowed ? "allow " : "deny ") + url;
    }
  }

  /** What users may type, and what must become of it without an allow-list. */
  public static List<Row> urls() {
    return rows("webdav_urls.tsv");
  }

  /** The same with the allow-list that the table's head says. */
  public static List<Row> allowListed() {
    return rows("webdav_urls_allowlist.tsv");
  }

  private static List<Row> rows(String file) {
    return lines(file)
        .map(line -> line.split("\t", -1))
        .map(
            cells ->
                new Row(
                    characters(cells[0]),
                    cells[1].equals("allow"),
                    cells.length > 2 ? cells[2] : ""))
        .toList();
  }

  static java.util.stream.Stream<String> lines(String file) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n")).skip(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String characters(String text) {
    return text.replace("{TAB}", "\t")
        .replace("{CR}", "\r")
        .replace("{LF}", "\n")
        .replace("{NUL}", "\0")
        .replace("{SP}", " ");
  }
}
