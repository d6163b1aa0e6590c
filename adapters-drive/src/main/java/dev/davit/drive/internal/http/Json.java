package dev.davit.drive.internal.http;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON as Google sends it. What a parser says of a text it can't read is never passed on. */
public final class Json {
  /** How the library reads and writes JSON. */
  public static final JsonFactory FACTORY = GsonFactory.getDefaultInstance();

  private static final int MOST = 16 * 1024 * 1024;

  private Json() {}

  /**
   * Reads the body of an answer that says yes. Does not close it.
   *
   * @throws CloudException {@link ErrorKind#PROTOCOL} if it is none of that type, is too large, or
   *     says that something went wrong after all; {@link ErrorKind#UNAVAILABLE} if it broke off
   */
  public static <T extends GenericJson> T read(Answer answer, Class<T> type) {
    T value = parse(bytes(answer, MOST), type);
    if (value.get("error") != null) {
      throw Faults.protocol(new IOException("an error inside a success"));
    }
    return value;
  }

  /** What an answer holds, if that is a JSON object of at most that many bytes; else nothing. */
  public static Map<String, ?> lenient(Answer answer, int most) {
    try {
      return parse(bytes(answer, most), GenericJson.class);
    } catch (CloudException e) {
      return Map.of();
    }
  }

  private static byte[] bytes(Answer answer, int most) {
    try {
      byte[] bytes = answer.body().readNBytes(most + 1);
      if (bytes.length > most) {
        throw Faults.protocol(new IOException("more JSON than is ever sent"));
      }
      return bytes;
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  private static <T> T parse(byte[] bytes, Class<T> type) {
    try {
      return FACTORY
          .createJsonObjectParser()
          .parseAndClose(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, type);
    } catch (IOException | RuntimeException e) {
      throw Faults.protocol(new IOException("not the JSON that was asked for"));
    }
  }
}
