package dev.davit.ports.store;

import dev.davit.ports.ProviderId;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when the grants of an account are being ended at its provider. Some end all that were given
 * before then, whoever asked for them: what was granted earlier than that is not to be kept.
 */
public interface RevocationStore {
  /** Until when, by the database's clock; empty if nobody said so, or it was forgotten. */
  Optional<Instant> until(ProviderId provider, String subjectHash);

  /**
   * Notes until when, in the place of what was noted before.
   *
   * @param subjectHash a hash of the account's subject: this outlives the connections, and tells
   *     nobody whose they were
   */
  void put(ProviderId provider, String subjectHash, Instant until);

  /** Forgets those that were over before, at most {@code limit}, and says how many. */
  int deleteOver(Instant before, int limit);
}
