package dev.davit.internal.providers;

import dev.davit.internal.trace.Trace;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Explained;
import dev.davit.ports.ProviderId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator why calls to providers fail that users are told little of: one line for each,
 * with the kinds and classes of its causes, and their words where these are {@link Explained}.
 */
final class FailureLog {
  private static final System.Logger LOG = System.getLogger("dev.davit.providers");
  private static final Set<ErrorKind> TOLD =
      EnumSet.of(
          ErrorKind.ADDRESS_REFUSED,
          ErrorKind.NOT_WEBDAV,
          ErrorKind.PROTOCOL,
          ErrorKind.UNAVAILABLE,
          ErrorKind.MISCONFIGURED);
  private static final int DEPTH = 8;
  private static final int LONGEST_REASON = 400;

  private FailureLog() {}

  static void tell(ProviderId provider, Operation operation, CloudException failure) {
    if (TOLD.contains(failure.kind()) && !(failure.getCause() instanceof ToldException)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} {1} failed: {2}",
          provider.value(),
          operation.word(),
          causes(failure));
    }
  }

  /** Tells that an adapter threw what it must not, and where. */
  static void tellBug(ProviderId provider, Operation operation, RuntimeException bug) {
    LOG.log(
        System.Logger.Level.ERROR,
        "{0} {1} failed by a fault of its adapter: {2}",
        provider.value(),
        operation.word(),
        Trace.of(bug));
  }

  /** A failure that was told of, so that its callers fail with it and it is not told of again. */
  static CloudException told(CloudException failure) {
    return new CloudException(
        failure.kind(),
        String.valueOf(failure.getMessage()),
        failure.hints(),
        failure.retryAfter().orElse(null),
        new ToldException(failure));
  }

  /** Tells that a server is left alone for a while. */
  static void tellOpen(String server, Duration rest) {
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} fails again and again and is left alone for {1} s",
        plain(server),
        rest.toSeconds());
  }

  /** What happened, and after each arrow what had led to it. */
  static String causes(CloudException failure) {
    StringBuilder line = new StringBuilder();
    @Nullable Throwable cause = failure;
    for (int depth = 0; depth < DEPTH && cause != null; depth++) {
      line.append(depth == 0 ? "" : " <- ").append(words(cause));
      cause = cause.getCause();
    }
    return line.toString();
  }

  private static String words(Throwable cause) {
    if (cause instanceof CloudException known) {
      return known.kind().name();
    }
    return cause instanceof Explained explained
        ? plain(explained.reason())
        : cause.getClass().getName();
  }

  /** One short line, whatever it was made of. */
  private static String plain(String reason) {
    StringBuilder plain = new StringBuilder();
    reason
        .codePoints()
        .limit(LONGEST_REASON)
        .forEach(
            c -> {
              if (c >= ' ' && c <= '~' && c != '\\') {
                plain.append((char) c);
              } else {
                plain.append(String.format("\\u{%x}", c));
              }
            });
    return plain.toString();
  }

  /** Stands between a failure that was told of and those that it is passed on to. */
  private static final class ToldException extends Exception implements Explained {
    private static final long serialVersionUID = 1L;

    ToldException(CloudException told) {
      super(told);
    }

    @Override
    public String reason() {
      return "told of already";
    }
  }
}
