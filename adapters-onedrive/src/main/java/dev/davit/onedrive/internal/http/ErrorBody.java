package dev.davit.onedrive.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that says no: {@code {"error": {"code": …, "innerError": {"code": …}}}}.
 */
final class ErrorBody {
  private static final int MOST = 64 * 1024;
  private static final int DEEPEST = 16;

  private ErrorBody() {}

  /** The innermost code that we know: the deeper, the more exact. Null where there is none. */
  static @Nullable Reason reason(Answer answer) {
    Reason known = null;
    Json error = Json.lenient(answer, MOST).object("error");
    for (int depth = 0; error != null && depth < DEEPEST; depth++) {
      Reason here = Reason.of(error.text("code"));
      known = here == null ? known : here;
      Json inner = error.object("innerError");
      error = inner == null ? error.object("innererror") : inner;
    }
    return known;
  }
}
