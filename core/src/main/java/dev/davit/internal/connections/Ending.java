package dev.davit.internal.connections;

import dev.davit.internal.codec.Sha256;
import dev.davit.internal.input.Problems;
import dev.davit.ports.CloudException;
import dev.davit.ports.ProviderId;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The mark that an account's grants are being ended at its provider: by it, connecting and revoking
 * take turns. Times are the database's.
 */
public final class Ending {
  /** Longer than any call to a provider; a node that died over one keeps nobody away for longer. */
  static final Duration TIME = Duration.ofSeconds(60);

  private Ending() {}

  /** Notes that grants of an account are being ended. */
  static Mark begin(Transaction tx, ProviderId provider, String subject) {
    Instant until = tx.now().plus(TIME);
    Instant before = until(tx, provider, subject).orElse(Instant.EPOCH);
    Instant later = before.isBefore(until) ? until : before.plusMillis(1);
    tx.revocations().put(provider, Sha256.hex(subject), later);
    return new Mark(later, !tx.now().isBefore(before));
  }

  /**
   * Notes that the provider has ended what it was to end: what it grants from now on lasts. While
   * somebody else was, or is, at it as well, the mark stays until its time is over.
   */
  static boolean end(Transaction tx, ProviderId provider, String subject, Mark mark) {
    boolean mine = until(tx, provider, subject).filter(mark.until()::equals).isPresent();
    if (mine && mark.alone()) {
      tx.revocations().put(provider, Sha256.hex(subject), tx.now());
    }
    return mine;
  }

  /**
   * Refuses what was granted while the account's grants were being ended: it may be dead.
   *
   * @param asked when, at the latest, the provider had not yet been asked for it
   * @throws CloudException {@code CONFLICT}: connecting again helps
   */
  public static void refuseDoubtful(
      Transaction tx, ProviderId provider, String subject, Instant asked) {
    if (until(tx, provider, subject).filter(asked::isBefore).isPresent()) {
      throw Problems.beingDisconnected();
    }
  }

  private static Optional<Instant> until(Transaction tx, ProviderId provider, String subject) {
    return tx.revocations().until(provider, Sha256.hex(subject));
  }

  /**
   * What was noted.
   *
   * @param until until when, at the latest, the grants are being ended
   * @param alone whether nobody else was at it when it was noted
   */
  record Mark(Instant until, boolean alone) {}
}
