package dev.davit.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The OpenAPI 3.1 document of the route table. */
final class OpenApi {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

  private OpenApi() {}

  static Map<String, Object> of(List<Route> table) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : table) {
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", "Davit", "version", "1"));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of("schemas", OpenApiSchemas.all(), "securitySchemes", securitySchemes()));
    return document;
  }

  private static Map<String, Object> securitySchemes() {
    return Map.of(
        "bearer",
        Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT"),
        "session",
        Map.of("type", "apiKey", "in", "cookie", "name", "__Host-davit"));
  }

  private static Map<String, Object> operation(Route route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("parameters", parameters(route));
    if (route.body().kind() != Body.Kind.NONE) {
      operation.put("requestBody", Map.of("required", true, "content", content(route.body())));
    }
    operation.put("responses", responses(route));
    if (!route.access().isPublic()) {
      operation.put("security", List.of(Map.of("bearer", List.of()), Map.of("session", List.of())));
    }
    return operation;
  }

  private static List<Object> parameters(Route route) {
    List<Object> parameters = new ArrayList<>();
    VARIABLE
        .matcher(route.path())
        .results()
        .map(MatchResult::group)
        .forEach(name -> parameters.add(parameter(name.replaceAll("[{}]", ""), "path", true)));
    route.query().forEach(name -> parameters.add(parameter(name, "query", false)));
    return parameters;
  }

  private static Map<String, Object> parameter(String name, String in, boolean required) {
    return Map.of("name", name, "in", in, "required", required, "schema", Map.of("type", "string"));
  }

  private static Map<String, Object> content(Body body) {
    if (body.kind() == Body.Kind.FILE) {
      return Map.of(MediaTypes.BYTES, Map.of(), "multipart/form-data", Map.of());
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    body.names().forEach(name -> properties.put(name, Map.of("type", "string")));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", body.required());
    schema.put("additionalProperties", body.kind() == Body.Kind.OPEN_JSON);
    return Map.of(Answer.JSON, Map.of("schema", schema));
  }

  private static Map<String, Object> responses(Route route) {
    Map<String, Object> responses = new LinkedHashMap<>();
    for (int status : route.answer().statuses()) {
      responses.put(Integer.toString(status), response("done", success(route.answer(), status)));
    }
    Map<String, Set<String>> problems = problems(route);
    problems.forEach((status, words) -> responses.put(status, problem(route, status, words)));
    return responses;
  }

  private static Map<String, Object> response(String description, Map<String, Object> content) {
    return content.isEmpty()
        ? Map.of("description", description)
        : Map.of("description", description, "content", content);
  }

  private static Map<String, Object> success(Answer answer, int status) {
    String type = answer.mediaType();
    boolean body = type != null && (status < 300 || status >= 400);
    return body ? Map.of(type, OpenApiSchemas.body(answer)) : Map.of();
  }

  private static Map<String, Set<String>> problems(Route route) {
    Map<String, Set<String>> byStatus = new TreeMap<>();
    for (ProblemType type : route.problems()) {
      byStatus
          .computeIfAbsent(Integer.toString(type.status()), status -> new TreeSet<>())
          .add(type.word());
    }
    return byStatus;
  }

  /** A problem, beside what the route itself answers with that status. */
  private static Map<String, Object> problem(Route route, String status, Set<String> words) {
    Map<String, Object> content = new LinkedHashMap<>();
    int number = Integer.parseInt(status);
    if (route.answer().statuses().contains(number)) {
      content.putAll(success(route.answer(), number));
    }
    content.put(Problem.MEDIA_TYPE, Map.of("schema", OpenApiSchemas.reference(Problem.class)));
    return response(String.join(", ", words), content);
  }
}
