package dev.davit.drive.internal.storage;

import dev.davit.drive.internal.http.Answer;
import dev.davit.drive.internal.http.Faults;
import dev.davit.outbound.transfer.ExactBody;
import dev.davit.outbound.transfer.Span;
import dev.davit.ports.storage.Download;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What was sent of a file.
 *
 * @param etag of the file
 * @param contentType of what is sent
 */
record Body(Answer answer, @Nullable String etag, @Nullable String contentType) {
  Download whole() {
    Long size = answer.length();
    return of(answer.body(), new Span(0, size == null ? null : size - 1, size), true);
  }

  /** A part, which must be the wanted one. */
  Download part(Span wanted) {
    Span sent = Span.sent(answer.header("Content-Range"), answer.length());
    if (sent == null || !sent.answers(wanted)) {
      throw Faults.protocol(new IOException("another part was sent than was asked for"));
    }
    return of(answer.body(), sent, true);
  }

  /** The wanted part of the whole, which was sent. */
  Download cut(Span wanted) {
    Long size = answer.length();
    try {
      return of(wanted.from(answer.body(), size), wanted.within(size), size != null);
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  private Download of(InputStream in, Span span, boolean exact) {
    return new Download(
        new ExactBody(answer::close, in, span.length(), exact),
        span.first(),
        exact ? span.length() : null,
        span.size(),
        etag,
        contentType);
  }
}
