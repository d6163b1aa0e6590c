package dev.davit.webdav.internal.http;

import org.jspecify.annotations.Nullable;

/** What was found out about one server, so that it need not be found out again. */
public final class Learnt {
  private volatile @Nullable Boolean heedsIf;

  Learnt() {}

  /**
   * Whether a move is refused if what it would replace has not the etag that {@code If} names, and
   * only then; null while nobody has tried.
   */
  public @Nullable Boolean heedsIf() {
    return heedsIf;
  }

  public void heedsIf(boolean tried) {
    heedsIf = tried;
  }
}
