package dev.davit.ports;

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
        public void job(String kind, Duration took, @Nullable ErrorKind failure) {}
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

  /** A job ran. */
  void job(String kind, Duration took, @Nullable ErrorKind failure);
}
