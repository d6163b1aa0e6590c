package dev.davit.drive.internal.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.outbound.transfer.Payload;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters as {@code application/x-www-form-urlencoded}. May hold secrets. */
final class Form {
  private final Map<String, String> fields = new LinkedHashMap<>();

  /** This, with one more; null is left out. */
  Form with(String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  String encoded() {
    return fields.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  Payload payload() {
    return Payload.of(encoded().getBytes(UTF_8), "application/x-www-form-urlencoded");
  }
}
