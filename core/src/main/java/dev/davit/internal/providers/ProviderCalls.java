package dev.davit.internal.providers;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Observer;
import dev.davit.ports.ProviderId;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place through which every call to a provider goes, and where whatever surrounds all of
 * them belongs. Tells the observer and the operator, and lets no {@link ErrorKind#TOKEN_REJECTED}
 * out.
 */
public final class ProviderCalls {
  private final Observer observer;

  public ProviderCalls(Observer observer) {
    this.observer = observer;
  }

  /**
   * Makes a call.
   *
   * @param refused what to say instead of {@link ErrorKind#TOKEN_REJECTED}
   */
  public <T> T call(
      ProviderId provider,
      Operation operation,
      Supplier<CloudException> refused,
      Supplier<T> work) {
    long start = System.nanoTime();
    try {
      T result = work.get();
      tell(provider, operation, start, null);
      return result;
    } catch (CloudException failure) {
      tell(provider, operation, start, failure.kind());
      FailureLog.tell(provider, operation, failure);
      throw failure.kind() == ErrorKind.TOKEN_REJECTED ? refused.get() : failure;
    } catch (RuntimeException failure) {
      tell(provider, operation, start, ErrorKind.PROTOCOL);
      throw failure;
    }
  }

  private void tell(
      ProviderId provider, Operation operation, long start, @Nullable ErrorKind failure) {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    observer.providerCall(provider, operation.word(), took, failure);
  }
}
