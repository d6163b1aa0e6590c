package dev.davit.persistence.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What callers are told when it does not work. */
final class Told {
  private Told() {}

  static AbstractThrowableAssert<?, ?> unavailable(ThrowingCallable call) {
    return told(ErrorKind.UNAVAILABLE, call);
  }

  static AbstractThrowableAssert<?, ?> misconfigured(String url) {
    RedisSettings settings = RedisSettings.parse(url);
    return told(ErrorKind.MISCONFIGURED, () -> Redis.open(settings, Samples.PATIENCE).close());
  }

  private static AbstractThrowableAssert<?, ?> told(ErrorKind kind, ThrowingCallable call) {
    AbstractThrowableAssert<?, ?> thrown = assertThatThrownBy(call).hasNoCause();
    thrown
        .asInstanceOf(type(CloudException.class))
        .extracting(CloudException::kind)
        .isEqualTo(kind);
    return thrown;
  }
}
