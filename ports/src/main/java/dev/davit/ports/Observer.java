package dev.davit.ports;

import dev.davit.ports.store.Purge;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is told what happened; metrics hang here. Must return at once, must not throw, and is never given
 * a secret.
 */
public interface Observer {
  /** An observer that looks away. */
  Observer NONE =
      new Observer() {
        @Override
        public void providerCall(
            ProviderId provider, String operation, Duration took, @Nullable ErrorKind failure) {}

        @Override
        public void cache(boolean hit) {}

        @Override
        public void refresh(ProviderId provider, RefreshOutcome outcome) {}

        @Override
        public void job(String kind, Duration took, @Nullable ErrorKind failure) {}

        @Override
        public void purged(Purge over) {}

        @Override
        public void forgotten(String what, int count) {}
      };

  /**
   * A call to a provider ended.
   *
   * @param operation the method of {@code Storage} or {@code StorageProvider}
   * @param failure how it failed; null if it did not
   */
  void providerCall(
      ProviderId provider, String operation, Duration took, @Nullable ErrorKind failure);

  /** A listing was asked for and was in the cache, or was not. */
  void cache(boolean hit);

  /**
   * An attempt to get new tokens for a connection ended. There is one at most at a time for a
   * connection in this process, however many callers wait for it, and it is told once; the calls to
   * the provider that it took are told besides.
   */
  void refresh(ProviderId provider, RefreshOutcome outcome);

  /** A job ran, or a sweep of what was kept long enough, which is of the kind {@code retention}. */
  void job(String kind, Duration took, @Nullable ErrorKind failure);

  /**
   * A job has come to the end of a purge. Not told again, nor at all if the process dies just then.
   */
  void purged(Purge over);

  /**
   * Some of what was kept long enough is gone.
   *
   * @param what {@code audit_entries}, of which what was personal is gone, {@code purges}, {@code
   *     sessions} or {@code revocations}
   * @param count how many; 0 if there were none
   */
  void forgotten(String what, int count);
}
