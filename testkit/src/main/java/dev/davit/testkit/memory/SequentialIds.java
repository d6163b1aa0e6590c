package dev.davit.testkit.memory;

import dev.davit.ports.IdSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that count up: {@code id-000001}, {@code id-000002}, … Easy to read in a failing test and as
 * easy to guess, so for tests only. In ASCII order they stand as they were made, up to a million.
 */
public final class SequentialIds implements IdSource {
  private final String prefix;
  private final AtomicLong last = new AtomicLong();

  public SequentialIds() {
    this("id-");
  }

  /**
   * Ids that start with a text of one's own.
   *
   * @param prefix at most 45 letters, digits, {@code -} and {@code _}
   */
  public SequentialIds(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public String next() {
    return prefix + "%06d".formatted(last.incrementAndGet());
  }
}
