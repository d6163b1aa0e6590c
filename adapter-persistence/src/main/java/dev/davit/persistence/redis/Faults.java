package dev.davit.persistence.redis;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What went wrong with Redis, in our words: Redis' own may repeat what was sent, and so never leave
 * this class.
 */
final class Faults {
  private static final Set<String> REFUSALS = Set.of("OOM", "NOPERM");
  private static final int DEPTH = 6;

  private Faults() {}

  /** Redis is known to be away, and was not asked. */
  static CloudException away() {
    return new CloudException(
        ErrorKind.UNAVAILABLE,
        "The server can't reach its Redis at the moment. Please try again in a few seconds.");
  }

  /** A command failed. */
  static CloudException unavailable(RuntimeException e) {
    return new CloudException(
        ErrorKind.UNAVAILABLE,
        "The server's Redis did not do what it was asked ("
            + reason(e)
            + "). Please try again in"
            + " a few seconds.");
  }

  /** Whether Redis is well and refuses this one command, for want of memory or of a right. */
  static boolean isRefusal(RuntimeException e) {
    return REFUSALS.contains(code(e));
  }

  /** Why, in a few words that hold nothing that was sent. */
  static String reason(RuntimeException e) {
    String code = code(e);
    if (!code.isEmpty()) {
      return "it says " + code;
    }
    return e instanceof RedisCommandTimeoutException ? "no answer" : "not connected";
  }

  /** If what answered can't be used as it is said, and never will be. */
  static void throwIfMisconfigured(RuntimeException e) {
    Misfits.of(e)
        .ifPresent(
            words -> {
              throw new CloudException(ErrorKind.MISCONFIGURED, words);
            });
  }

  /** The word with which Redis' errors begin, such as WRONGPASS; empty if Redis said none. */
  static String code(RuntimeException e) {
    return said(e).map(text -> text.split("[^A-Z]", 2)[0]).orElse("");
  }

  /** Redis' own words, for comparing only. */
  static Optional<String> said(RuntimeException e) {
    return causes(e)
        .filter(RedisCommandExecutionException.class::isInstance)
        .map(cause -> String.valueOf(cause.getMessage()))
        .findFirst();
  }

  /** The failure, what caused it, and what else went wrong on the way. */
  static Stream<Throwable> causes(Throwable e) {
    return causes(e, DEPTH);
  }

  private static Stream<Throwable> causes(Throwable e, int depth) {
    Stream<Throwable> below =
        Stream.concat(Stream.ofNullable(e.getCause()), Arrays.stream(e.getSuppressed()));
    return depth == 0
        ? Stream.of(e)
        : Stream.concat(Stream.of(e), below.flatMap(each -> causes(each, depth - 1)));
  }
}
