package dev.davit.internal.audit;

import dev.davit.ports.Bytes;
import dev.davit.ports.IdSource;
import dev.davit.ports.Secret;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Appends to the audit log, in the transaction of what it tells. */
public final class AuditLog {
  private final IdSource ids;

  public AuditLog(IdSource ids) {
    this.ids = ids;
  }

  /**
   * Appends an entry.
   *
   * @param action a word of ours, such as {@code connection.connected}
   * @param outcome {@code ok}, or a word for why not
   * @param owner whose {@link dev.davit.ports.Owner#key()}; empty if nobody's
   * @param detail what else must be known; never a secret
   */
  public void record(
      Transaction tx, String action, String outcome, String owner, Actor actor, String detail) {
    Secret salt = new Secret(ids.next());
    AuditEntry.Personal personal =
        new AuditEntry.Personal(owner, actor.name(), actor.requestId(), detail, salt);
    tx.audit().append(sealed(next(tx, action, outcome, personal)));
  }

  private static AuditEntry next(
      Transaction tx, String action, String outcome, AuditEntry.Personal personal) {
    Optional<AuditEntry> last = tx.audit().last();
    Instant now = tx.now().truncatedTo(ChronoUnit.MILLIS);
    long sequence = last.map(AuditEntry::sequence).orElse(0L) + 1;
    Bytes previous = last.map(AuditEntry::hash).orElse(AuditChain.START);
    Bytes digest = AuditChain.digest(personal);
    return new AuditEntry(
        sequence, now, action, outcome, personal, digest, previous, AuditChain.START);
  }

  private static AuditEntry sealed(AuditEntry open) {
    return new AuditEntry(
        open.sequence(),
        open.at(),
        open.action(),
        open.outcome(),
        open.personal(),
        open.personalDigest(),
        open.previous(),
        AuditChain.hash(open));
  }
}
