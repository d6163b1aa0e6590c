package dev.davit.internal.providers;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Observer;
import dev.davit.ports.ProviderId;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.storage.Storage;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place through which every call to a provider goes, and where whatever surrounds all of
 * them belongs: retries, circuit, places, rates, the deadline. Tells the observer of each try and
 * the operator of each failure, lets no {@link ErrorKind#TOKEN_REJECTED} out, and makes of what an
 * adapter must not throw a {@link ErrorKind#PROTOCOL}.
 */
public final class ProviderCalls {
  private static final String TOKEN_ENDPOINT = "(tokens)";

  private final Observer observer;
  private final Rates rates;
  private final Surroundings around;

  /**
   * The calls of a house.
   *
   * @param limiter null for no limit on how often a connection is used
   */
  public ProviderCalls(
      Observer observer, @Nullable RateLimiter limiter, CallLimits limits, Timing timing) {
    this.observer = observer;
    rates = new Rates(limiter, limits.perConnection());
    around =
        new Surroundings(
            limits.deadline(),
            new Retries(limits.tries(), timing),
            new Door(new Origins(limits.atOnce(), timing), limits.patience(), timing),
            new Workers(timing),
            timing);
  }

  /**
   * Makes a call for which no storage is open yet, once: a log-in is not tried again unasked, and
   * which server it goes to is not known before. It is under the adapter's own deadlines only.
   *
   * @param refused what to say instead of {@link ErrorKind#TOKEN_REJECTED}
   */
  public <T> T call(
      ProviderId provider,
      Operation operation,
      Supplier<CloudException> refused,
      Supplier<T> work) {
    return logged(provider, operation, refused, () -> observed(provider, operation, work));
  }

  /** Makes a call to a storage, in as many tries as it may take. */
  <T> T call(
      FarSide far,
      Operation operation,
      Storage storage,
      Function<? super Storage, ? extends T> work) {
    rates.count(far);
    return logged(
        far.provider(),
        operation,
        far.refused(),
        () ->
            new Attempts<T>(
                    around,
                    far,
                    server(far, operation, storage),
                    operation,
                    () -> observed(far.provider(), operation, () -> work.apply(storage)))
                .run());
  }

  /**
   * Gets new tokens, in as many tries as it may take. Of a failure the operator is told here, once,
   * however many callers it is passed on to.
   *
   * @param deadline for all tries together; more than zero
   * @param dead what to say instead of {@link ErrorKind#TOKEN_REJECTED}
   */
  public OAuthTokens refresh(
      ProviderId provider,
      Duration deadline,
      Supplier<CloudException> dead,
      Supplier<OAuthTokens> work) {
    FarSide far = new FarSide(provider, null, dead, () -> {}, failure -> false);
    Supplier<OAuthTokens> once = () -> observed(provider, Operation.REFRESH, work);
    try {
      return logged(
          provider,
          Operation.REFRESH,
          dead,
          () ->
              new Attempts<>(around.within(deadline), far, TOKEN_ENDPOINT, Operation.REFRESH, once)
                  .run());
    } catch (CloudException failure) {
      throw FailureLog.told(failure);
    }
  }

  private String server(FarSide far, Operation operation, Storage storage) {
    try {
      far.ready().run();
      return storage.origin();
    } catch (CloudException failure) {
      tell(far.provider(), operation, System.nanoTime(), failure.kind());
      throw failure;
    }
  }

  private static <T> T logged(
      ProviderId provider,
      Operation operation,
      Supplier<CloudException> refused,
      Supplier<T> work) {
    try {
      return work.get();
    } catch (CloudException failure) {
      FailureLog.tell(provider, operation, failure);
      throw failure.kind() == ErrorKind.TOKEN_REJECTED ? refused.get() : failure;
    } catch (RuntimeException bug) {
      if (operation.readsContent()) {
        throw bug;
      }
      FailureLog.tellBug(provider, operation, bug);
      throw new CloudException(
          ErrorKind.PROTOCOL, "What talks to " + provider + " here failed. Try again later.", bug);
    }
  }

  private <T> T observed(ProviderId provider, Operation operation, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      T result = work.get();
      tell(provider, operation, start, null);
      return result;
    } catch (CloudException failure) {
      tell(provider, operation, start, failure.kind());
      throw failure;
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
