package dev.davit.internal.trace;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A failure as it may be logged: its class and where it was thrown, never its message, which may
 * hold anything.
 */
public final class Trace {
  private static final int DEPTH = 8;

  private Trace() {}

  /** One line. */
  public static String of(Throwable failure) {
    return failure.getClass().getName()
        + Arrays.stream(failure.getStackTrace())
            .limit(DEPTH)
            .map(frame -> " at " + frame)
            .collect(Collectors.joining());
  }
}
