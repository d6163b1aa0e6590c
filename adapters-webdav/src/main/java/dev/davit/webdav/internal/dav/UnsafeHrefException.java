package dev.davit.webdav.internal.dav;

import java.io.IOException;

/** An href that leads where no answer may lead. Says nothing of where that is. */
public final class UnsafeHrefException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsafeHrefException(String message) {
    super(message);
  }
}
