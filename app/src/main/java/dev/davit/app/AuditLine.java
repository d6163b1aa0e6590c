package dev.davit.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.davit.Checkpoint;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.Secret;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditEntry.Personal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of an exported audit log: a JSON object whose values are texts. */
final class AuditLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String CHECKPOINT = "checkpoint";

  private AuditLine() {}

  static String of(Checkpoint checkpoint) {
    return write(Map.of(CHECKPOINT, checkpoint.toText()));
  }

  static String of(AuditEntry entry) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("sequence", Long.toString(entry.sequence()));
    parts.put("at", entry.at().toString());
    parts.put("action", entry.action());
    parts.put("outcome", entry.outcome());
    Personal personal = entry.personal();
    if (personal != null) {
      parts.put("owner", personal.owner());
      parts.put("actor", personal.actor());
      parts.put("request_id", personal.requestId());
      parts.put("detail", personal.detail());
      parts.put("salt", personal.salt().reveal());
    }
    parts.put("personal_digest", entry.personalDigest().hex());
    parts.put("previous", entry.previous().hex());
    parts.put("hash", entry.hash().hex());
    return write(parts);
  }

  /**
   * The checkpoint that a line is; null if it is none.
   *
   * @throws SettingsException if it can't be read, or is not to the letter what {@link #of} writes
   */
  static @Nullable Checkpoint checkpoint(String line) {
    String text = read(line).get(CHECKPOINT);
    if (text == null) {
      return null;
    }
    try {
      Checkpoint checkpoint = Checkpoint.parse(text);
      require(of(checkpoint).equals(line));
      return checkpoint;
    } catch (CloudException e) {
      throw unreadable();
    }
  }

  /**
   * The entry that a line is: with all that is personal, or with nothing of it where that was
   * erased.
   *
   * @throws SettingsException if it can't be read, or is not to the letter what {@link #of} writes
   */
  static AuditEntry entry(String line) {
    AuditEntry entry = entry(read(line));
    require(of(entry).equals(line));
    return entry;
  }

  private static AuditEntry entry(Map<String, String> line) {
    try {
      return new AuditEntry(
          Long.parseLong(part(line, "sequence")),
          Instant.parse(part(line, "at")).truncatedTo(ChronoUnit.MILLIS),
          part(line, "action"),
          part(line, "outcome"),
          personal(line),
          bytes(part(line, "personal_digest")),
          bytes(part(line, "previous")),
          bytes(part(line, "hash")));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable();
    }
  }

  private static Map<String, String> read(String line) {
    Map<String, String> parts = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        require(json.nextToken() == JsonToken.VALUE_STRING);
        parts.put(name, json.getText());
      }
    } catch (IOException e) {
      throw unreadable();
    }
    return parts;
  }

  private static @Nullable Personal personal(Map<String, String> line) {
    return line.containsKey("salt")
        ? new Personal(
            part(line, "owner"),
            part(line, "actor"),
            part(line, "request_id"),
            part(line, "detail"),
            new Secret(part(line, "salt")))
        : null;
  }

  private static String part(Map<String, String> line, String name) {
    String part = line.get(name);
    if (part == null) {
      throw unreadable();
    }
    return part;
  }

  private static Bytes bytes(String hex) {
    return Bytes.of(HexFormat.of().parseHex(hex));
  }

  private static String write(Map<String, String> parts) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      for (Map.Entry<String, String> part : parts.entrySet()) {
        json.writeStringField(part.getKey(), part.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void require(boolean ours) {
    if (!ours) {
      throw unreadable();
    }
  }

  private static SettingsException unreadable() {
    return new SettingsException(List.of("The file is not an audit log that Davit exported."));
  }
}
