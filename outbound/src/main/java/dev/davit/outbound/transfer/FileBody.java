package dev.davit.outbound.transfer;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Download;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an answer brings of a file, before it is known whether that is what was asked for.
 *
 * @param in the bytes, as they come; fails rather than end before an announced length
 * @param length of the bytes, where it was announced
 * @param end what closing the download does
 * @param etag of the file
 * @param contentType of what is sent
 */
public record FileBody(
    InputStream in,
    @Nullable Long length,
    Runnable end,
    @Nullable String etag,
    @Nullable String contentType) {
  /** Whether the bytes come as they are, which they must where no coding was asked for. */
  public static boolean isUncoded(@Nullable String contentEncoding) {
    return contentEncoding == null || contentEncoding.equalsIgnoreCase("identity");
  }

  /** All of the file. */
  public Download whole() {
    return of(in, new Span(0, length == null ? null : length - 1, length), true);
  }

  /**
   * A part of the file; null if it is another one than was wanted.
   *
   * @param contentRange what the answer says of it
   */
  public @Nullable Download part(@Nullable String contentRange, Span wanted) {
    Span sent = Span.sent(contentRange, length);
    return sent != null && sent.answers(wanted) ? of(in, sent, true) : null;
  }

  /**
   * The wanted part of all of the file, which was sent in place of it.
   *
   * @param fault what a line that breaks off before that part means
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} if no byte lies in it
   */
  public Download cut(Span wanted, Function<IOException, CloudException> fault) {
    try {
      return of(wanted.from(in, length), wanted.within(length), length != null);
    } catch (IOException e) {
      throw fault.apply(e);
    }
  }

  private Download of(InputStream body, Span span, boolean exact) {
    return new Download(
        new ExactBody(end, body, span.length(), exact),
        span.first(),
        exact ? span.length() : null,
        span.size(),
        etag,
        contentType);
  }
}
