package dev.davit.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the server answered. */
public final class Answer {
  static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  private Answer(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  public int status() {
    return status;
  }

  /** All bytes of the body. */
  public byte[] bytes() {
    return body.clone();
  }

  /** This answer, which has this status. */
  public Answer expect(int wanted) {
    assertThat(status)
        .as("status; the body is %s", body.length > 4096 ? "long" : text())
        .isEqualTo(wanted);
    return this;
  }

  /** This answer, which is a problem of this type. */
  public Answer expectProblem(int wanted, String word) {
    expect(wanted);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(json().path("type").asText()).isEqualTo("urn:davit:problem:" + word);
    assertThat(json().path("status").asInt()).isEqualTo(wanted);
    assertThat(json().path("detail").asText()).isNotBlank();
    assertThat(header("X-Request-Id")).isNotBlank().isEqualTo(json().path("request_id").asText());
    return this;
  }

  public JsonNode json() {
    try {
      return JSON.readTree(text());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text(), e);
    }
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The text of a member of the JSON body; empty if it is not there. */
  public String text(String member) {
    return json().path(member).asText();
  }

  /** All values of a header. */
  public List<String> all(String name) {
    return headers.allValues(name);
  }

  /** The first value of a header; empty if it is not there. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /**
   * All that was answered, apart from the request id, the date, and whether the connection stays
   * open: that depends on how much of the request's body had arrived.
   */
  public String comparable() {
    String id = header("X-Request-Id");
    assertThat(id).isNotBlank();
    Map<String, Object> kept = new TreeMap<>(headers.map());
    kept.keySet().removeAll(Set.of("x-request-id", "date", "connection"));
    return status + "\n" + kept + "\n" + text().replace(id, "ID");
  }
}
