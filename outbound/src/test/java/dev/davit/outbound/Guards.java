package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.time.Duration;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of the guard have in common. */
final class Guards {
  static final Duration SECOND = Duration.ofSeconds(1);

  private Guards() {}

  static OutboundGuard.Builder stubbed(NameResolver dns, Connector connector) {
    return OutboundGuard.builder().resolver(dns).connector(connector).dnsDeadline(SECOND);
  }

  /** Expects the one refusal that there is, and answers the operator's reason. */
  static String refused(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(CloudException.class).hasMessage(Refusal.TEXT);
    CloudException refusal = (CloudException) thrown;
    assertThat(refusal.kind()).isEqualTo(ErrorKind.ADDRESS_REFUSED);
    assertThat(refusal.hints()).isEqualTo(Hints.NONE);
    assertThat(refusal.retryAfter()).isEmpty();
    return Objects.requireNonNull(Objects.requireNonNull(refusal.getCause()).getMessage());
  }
}
