package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.Hints;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as a client sees it (RFC 9457).
 *
 * @param type one of {@link ProblemType}'s URIs
 * @param title the same for every problem of this type
 * @param status the HTTP status again
 * @param detail a sentence for the person who must act
 * @param requestId under which the server's log knows it
 * @param connectionId the connection that it is about
 * @param choices the connections among which to choose
 * @param retryAfter seconds after which the same call may succeed
 * @param field the field of the request that is at fault
 * @param capability what the provider can't do
 * @param reason a word for what the type is too coarse to say
 * @param documents how many documents are in the way
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String requestId,
    @Nullable String connectionId,
    @Nullable List<String> choices,
    @Nullable Long retryAfter,
    @Nullable String field,
    @Nullable String capability,
    @Nullable String reason,
    @Nullable Long documents)
    implements View {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemType type, String detail, String requestId) {
    return of(type, detail, requestId, Hints.NONE, null);
  }

  static Problem of(CloudException e, String requestId) {
    ProblemType type = ProblemType.of(e.kind());
    String detail = e.getMessage() == null ? type.title() : e.getMessage();
    return of(type, detail, requestId, e.hints(), e.retryAfter().orElse(null));
  }

  private static Problem of(
      ProblemType type, String detail, String requestId, Hints hints, @Nullable Duration delay) {
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        detail,
        requestId,
        hints.connection() == null ? null : hints.connection().value(),
        hints.choices().isEmpty()
            ? null
            : hints.choices().stream().map(ConnectionId::value).toList(),
        delay == null ? null : seconds(delay),
        hints.field(),
        hints.capability(),
        hints.reason(),
        hints.documents());
  }

  /** Rounded up, so that nobody comes too early. */
  private static long seconds(Duration delay) {
    return Math.max(1, delay.plusNanos(999_999_999).toSeconds());
  }
}
