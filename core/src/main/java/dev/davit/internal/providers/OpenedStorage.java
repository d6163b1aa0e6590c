package dev.davit.internal.providers;

import dev.davit.ports.CloudException;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Storage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A storage that can be reached through {@link ProviderCalls} only. */
public final class OpenedStorage {
  private final ProviderCalls calls;
  private final ProviderId provider;
  private final Storage storage;
  private final Supplier<CloudException> refused;

  /**
   * Wraps a storage.
   *
   * @param refused what to say when it rejects its credential
   */
  public OpenedStorage(
      ProviderCalls calls, ProviderId provider, Storage storage, Supplier<CloudException> refused) {
    this.calls = calls;
    this.provider = provider;
    this.storage = storage;
    this.refused = refused;
  }

  /** Makes one call. */
  public <T> T call(Operation operation, Function<? super Storage, ? extends T> work) {
    return calls.call(provider, operation, refused, () -> work.apply(storage));
  }

  /** Makes one call that answers nothing. */
  public void run(Operation operation, Consumer<? super Storage> work) {
    call(
        operation,
        opened -> {
          work.accept(opened);
          return true;
        });
  }
}
