package dev.davit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Reads an OpenAPI document back into one line for each operation. */
final class OpenApiCheck {
  private OpenApiCheck() {}

  static List<String> operations(Map<String, Object> document) {
    List<String> lines = new ArrayList<>();
    member(document, "paths")
        .forEach(
            (path, methods) ->
                object(methods)
                    .forEach(
                        (method, operation) ->
                            lines.add(
                                line(
                                    method,
                                    path,
                                    member(object(operation), "responses").keySet()))));
    return lines;
  }

  private static Map<String, Object> member(Map<String, Object> object, String name) {
    return object(Objects.requireNonNull(object.get(name), name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  static String expected(Route route) {
    TreeSet<String> statuses = new TreeSet<>();
    route.answer().statuses().forEach(status -> statuses.add(status.toString()));
    route.problems().forEach(type -> statuses.add(Integer.toString(type.status())));
    return line(route.method().name(), route.path(), statuses);
  }

  private static String line(String method, String path, Iterable<String> statuses) {
    TreeSet<String> sorted = new TreeSet<>();
    statuses.forEach(sorted::add);
    return method.toUpperCase(Locale.ROOT) + " " + path + " " + sorted;
  }
}
