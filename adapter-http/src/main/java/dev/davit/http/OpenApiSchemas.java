package dev.davit.http;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The views as JSON schemas. */
final class OpenApiSchemas {
  private OpenApiSchemas() {}

  static Map<String, Object> all() {
    Map<String, Object> schemas = new TreeMap<>();
    for (Class<?> view : View.class.getPermittedSubclasses()) {
      schemas.put(name(view), schema(view));
    }
    return schemas;
  }

  static Map<String, Object> reference(Class<?> view) {
    return Map.of("$ref", "#/components/schemas/" + name(view));
  }

  /** What a route answers. */
  static Map<String, Object> body(Answer answer) {
    Class<? extends View> item = answer.item();
    Class<? extends View> view = answer.view();
    if (item != null) {
      Map<String, Object> items = Map.of("type", "array", "items", reference(item));
      return Map.of(
          "schema",
          Map.of(
              "allOf",
              java.util.List.of(
                  reference(PageView.class),
                  Map.of("type", "object", "properties", Map.of("items", items)))));
    }
    return view == null ? Map.of() : Map.of("schema", reference(view));
  }

  private static Map<String, Object> schema(Class<?> view) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (ViewPart part : ViewPart.of(view)) {
      properties.put(part.name(), type(part.component().getType()));
    }
    return Map.of("type", "object", "properties", properties);
  }

  private static Map<String, Object> type(Class<?> type) {
    if (View.class.isAssignableFrom(type)) {
      return reference(type);
    }
    if (Collection.class.isAssignableFrom(type)) {
      return Map.of("type", "array");
    }
    if (Map.class.isAssignableFrom(type)) {
      return Map.of("type", "object");
    }
    if (type == Instant.class) {
      return Map.of("type", "string", "format", "date-time");
    }
    if (type == Boolean.class || type == boolean.class) {
      return Map.of("type", "boolean");
    }
    return Map.of("type", type == String.class ? "string" : "integer");
  }

  private static String name(Class<?> view) {
    String name = view.getSimpleName();
    return name.endsWith("View") ? name.substring(0, name.length() - 4) : name;
  }
}
