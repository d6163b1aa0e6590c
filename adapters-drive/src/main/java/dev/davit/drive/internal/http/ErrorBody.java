package dev.davit.drive.internal.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of an answer that says no: {@code {"error": {"errors": [{"reason": …}]}}}. */
final class ErrorBody {
  private static final int MOST = 64 * 1024;

  private ErrorBody() {}

  /** Google's word for what is wrong; null where there is none. */
  static @Nullable String reason(Answer answer) {
    Map<String, ?> body = Json.lenient(answer, MOST);
    return body.get("error") instanceof Map<?, ?> error
            && error.get("errors") instanceof List<?> errors
            && !errors.isEmpty()
            && errors.get(0) instanceof Map<?, ?> first
            && first.get("reason") instanceof String reason
        ? reason
        : null;
  }
}
