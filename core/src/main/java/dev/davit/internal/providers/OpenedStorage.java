package dev.davit.internal.providers;

import dev.davit.ports.storage.Storage;
import java.util.function.Consumer;
import java.util.function.Function;

/** A storage that can be reached through {@link ProviderCalls} only. */
public final class OpenedStorage {
  private final ProviderCalls calls;
  private final FarSide far;
  private final Storage storage;

  public OpenedStorage(ProviderCalls calls, FarSide far, Storage storage) {
    this.calls = calls;
    this.far = far;
    this.storage = storage;
  }

  /**
   * Makes one call; what is safe to repeat is tried again where that may help.
   *
   * @param work done once for each try
   */
  public <T> T call(Operation operation, Function<? super Storage, ? extends T> work) {
    return calls.call(far, operation, storage, work);
  }

  /** Whether it has upload sessions; asks nobody. */
  public boolean hasUploadSessions() {
    return storage.uploadSessions().isPresent();
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
