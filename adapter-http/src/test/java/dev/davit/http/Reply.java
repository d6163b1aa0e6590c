package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a server answered. */
record Reply(HttpResponse<byte[]> response) {

  int status() {
    return response.statusCode();
  }

  byte[] bytes() {
    return response.body();
  }

  String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  Map<String, Object> json() {
    return JsonTree.object(text());
  }

  String get(String name) {
    return String.valueOf(json().get(name));
  }

  @SuppressWarnings("unchecked")
  List<Map<String, Object>> items() {
    return (List<Map<String, Object>>) json().getOrDefault("items", List.of());
  }

  /** Checks the status; says what came instead. */
  Reply is(int status) {
    assertThat(status()).as("%s %s", response.request(), text()).isEqualTo(status);
    return this;
  }

  /** Checks that it is this problem, in the form that problems have. */
  Reply is(ProblemType type) {
    is(type.status());
    if (!response.request().method().equals("HEAD")) {
      assertThat(header("Content-Type")).isEqualTo(Problem.MEDIA_TYPE);
      assertThat(json())
          .as(text())
          .containsEntry("type", type.uri())
          .containsEntry("title", type.title())
          .containsEntry("status", (long) type.status())
          .containsEntry("request_id", header(RequestIds.HEADER));
      assertThat(get("detail")).isNotEmpty();
    }
    return this;
  }
}
