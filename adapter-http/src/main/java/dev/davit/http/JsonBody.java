package dev.davit.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one shape that bodies have: a flat object of texts. What is unknown, there twice, of
 * another type, or follows the object is refused by name.
 */
final class JsonBody {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonBody() {}

  /** The fields by name; those that are null are left out. */
  static Fields parse(byte[] bytes, Set<String> known) {
    try (JsonParser json = FACTORY.createParser(Texts.utf8(bytes))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw Texts.refused("The body must be a JSON object.");
      }
      Map<String, String> fields = members(json, known);
      if (json.nextToken() != null) {
        throw Texts.refused("There is more in the body than one JSON object.");
      }
      return new Fields(fields);
    } catch (JsonParseException e) {
      throw Texts.refused("The body is not JSON.");
    } catch (IOException e) {
      throw Texts.refused("The body goes beyond what JSON may be here.");
    }
  }

  private static Map<String, String> members(JsonParser json, Set<String> known)
      throws IOException {
    Map<String, String> fields = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (!known.contains(name)) {
        throw unknown(name);
      }
      String value = value(json, name);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  private static RuntimeException unknown(String name) {
    return name.matches("[A-Za-z0-9_]{1,40}")
        ? Texts.refused(name, "There is no field " + name + " here.")
        : Texts.refused("There is a field in the body that is unknown here.");
  }

  private static @Nullable String value(JsonParser json, String name) throws IOException {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_STRING) {
      throw Texts.refused(name, "The field " + name + " must be a text.");
    }
    return Texts.check(name, json.getText());
  }
}
