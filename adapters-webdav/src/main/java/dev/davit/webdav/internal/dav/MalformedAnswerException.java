package dev.davit.webdav.internal.dav;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer that is not what WebDAV says it should be. */
public final class MalformedAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  public MalformedAnswerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
