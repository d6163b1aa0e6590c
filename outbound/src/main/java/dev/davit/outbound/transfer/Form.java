package dev.davit.outbound.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters as {@code application/x-www-form-urlencoded}. May hold secrets. */
public final class Form {
  private final Map<String, String> fields = new LinkedHashMap<>();

  /** Nothing yet. */
  public Form() {}

  /** This, with one more; null is left out. */
  public Form with(String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /** As a query has them. */
  public String encoded() {
    return fields.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** As the body of a request. */
  public Payload payload() {
    return Payload.of(encoded().getBytes(UTF_8), "application/x-www-form-urlencoded");
  }
}
