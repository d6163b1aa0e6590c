package dev.davit.internal.providers;

import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import java.util.function.Consumer;
import java.util.function.Function;

/** A storage that can be reached through {@link ProviderCalls} only. */
public final class OpenedStorage {
  private final ProviderCalls calls;
  private final FarSide far;
  private final Storage storage;
  private final boolean forGood;

  public OpenedStorage(ProviderCalls calls, FarSide far, Storage storage) {
    this(calls, far, storage, false);
  }

  private OpenedStorage(ProviderCalls calls, FarSide far, Storage storage, boolean forGood) {
    this.calls = calls;
    this.far = far;
    this.storage = storage;
    this.forGood = forGood;
  }

  /** The same, where what is removed goes into no bin, as far as the provider lets that be. */
  public OpenedStorage forGood() {
    return new OpenedStorage(calls, far, storage, true);
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

  /** Removes an entry; {@code NOT_FOUND} if it is gone. */
  public void remove(EntryId entry) {
    run(
        Operation.DELETE,
        opened -> {
          if (forGood) {
            opened.erase(entry);
          } else {
            opened.delete(entry);
          }
        });
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
