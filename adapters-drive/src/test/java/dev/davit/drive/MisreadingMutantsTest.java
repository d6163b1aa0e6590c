package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.testkit.fault.BrokenClient;
import dev.davit.testkit.fault.RewritingLine;
import dev.davit.testkit.fault.Sent;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the emulated Drive does on demand is noticed: an adapter that takes an answer for another
 * fails. It is broken here by changing what it is answered.
 */
class MisreadingMutantsTest extends GoogleBench {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(.+)");

  static Stream<BrokenClient<Writer>> mutants() {
    return Stream.of(
        BrokenClient.<Writer>reading(
            "308 may come with less than was sent",
            (sent, answer) -> answer.startsWith("HTTP/1.1 308") ? all(sent, answer) : answer,
            WritingRules::lessTaken),
        BrokenClient.<Writer>reading(
            "after a 503 only the question tells how much is there",
            (sent, answer) ->
                sent.header("Content-Range").startsWith("bytes *") ? more(524287) : answer,
            WritingRules::unavailableOnce),
        BrokenClient.<Writer>reading(
            "409 on a given id may be one's own file",
            (sent, answer) ->
                sent.method().equals("GET") && sent.path().startsWith("/drive/v3/files/1")
                    ? status(404, "{}")
                    : answer,
            WritingRules::lost),
        BrokenClient.<Writer>reading(
            "a rate limit is no full storage, though both are 403",
            (sent, answer) ->
                answer.contains("userRateLimitExceeded")
                    ? status(403, reason("storageQuotaExceeded"))
                    : answer,
            WritingRules::rateLimited),
        BrokenClient.<Writer>reading(
            "folders can't be copied like files",
            (sent, answer) ->
                sent.method().equals("GET") && sent.path().startsWith("/drive/v3/files/1")
                    ? answer.replace(
                        "application/vnd.google-apps.folder", "application/x--------------------y")
                    : answer,
            WritingRules::copyFolder),
        BrokenClient.<Writer>reading(
            "a session that is gone is begun anew",
            (sent, answer) -> answer.startsWith("HTTP/1.1 404") ? status(400, "{}") : answer,
            WritingRules::goneOnce));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  void adapterThatMisreads_fails(BrokenClient<Writer> mutant) throws IOException {
    try (RewritingLine line = mutant.line(port());
        Writer ada = Writer.by(googles, line.url())) {
      assertThatThrownBy(() -> mutant.failing().accept(ada))
          .isInstanceOfAny(CloudException.class, AssertionError.class);
      assertThat(line.hasRewritten()).isTrue();
    }
  }

  /** As if all had been taken that was sent. */
  private static String all(Sent sent, String answer) {
    Matcher range = RANGE.matcher(sent.header("Content-Range"));
    return range.matches() ? more(Long.parseLong(range.group(2))) : answer;
  }

  private static String more(long last) {
    return "HTTP/1.1 308 \r\nRange: bytes=0-%d\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        .formatted(last);
  }

  private static String status(int status, String json) {
    return ("HTTP/1.1 %d \r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
            + "Connection: close\r\n\r\n%s")
        .formatted(status, json.length(), json);
  }

  private static String reason(String reason) {
    return "{\"error\":{\"code\":403,\"errors\":[{\"reason\":\"" + reason + "\"}]}}";
  }
}
