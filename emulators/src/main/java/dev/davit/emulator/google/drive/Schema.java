package dev.davit.emulator.google.drive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which fields each resource has (reference/rest/v3). */
final class Schema {
  /** The type of a field that has no fields itself. */
  static final String PLAIN = "";

  /** The type of a map, which has whatever fields. */
  static final String ANY = "*";

  private static final Map<String, Map<String, String>> TYPES = read();

  private Schema() {}

  /** The type of a field; empty when there is no such field. */
  static Optional<String> field(String type, String name) {
    return type.equals(ANY) ? Optional.of(PLAIN) : Optional.ofNullable(fields(type).get(name));
  }

  private static Map<String, String> fields(String type) {
    return TYPES.getOrDefault(type, Map.of());
  }

  private static Map<String, Map<String, String>> read() {
    try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream("schema.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .collect(Collectors.toMap(line -> line[0], line -> parse(line[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> parse(String fields) {
    return Arrays.stream(fields.split(" ", -1))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(field -> field[0], field -> field.length > 1 ? field[1] : PLAIN));
  }
}
