package dev.davit.internal.purge;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.jobs.JobLease;
import dev.davit.ports.Owner;
import dev.davit.ports.store.AuditFilter;
import dev.davit.ports.store.OwnerStore;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.Transaction;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The end of a purge: the keys destroyed, and the one entry that says so. */
public final class PurgeEnd {
  private static final int ERASED_AT_ONCE = 500;

  private final AuditLog audit;

  public PurgeEnd(AuditLog audit) {
    this.audit = audit;
  }

  /** Ends a purge, unless something of the owner's is left but its job. False if so. */
  boolean tryEnd(Transaction tx, Round round) {
    Owner owner = round.owner();
    if (isLeft(tx, owner)) {
      return false;
    }
    Purge over = Counts.over(round.purge(tx), tx.now());
    tx.ownerSettings().clearDefaultStorage(owner);
    eraseAll(tx, owner);
    tx.owners().setState(owner, stateAfter(over));
    tx.purges().update(over);
    tell(tx, over);
    JobLease.end(tx, round.job());
    return true;
  }

  private static boolean isLeft(Transaction tx, Owner owner) {
    return !tx.connections().list(owner).isEmpty()
        || !tx.documents().all(owner, null, 1).isEmpty()
        || tx.jobs().list(owner, 2).size() > 1;
  }

  /** Erases some of the personal parts of an owner's audit entries. False if none are left. */
  static boolean eraseSome(Transaction tx, Owner owner) {
    return erase(tx, owner, ERASED_AT_ONCE) > 0;
  }

  /** As {@link #eraseSome}, but all of them. */
  static void eraseAll(Transaction tx, Owner owner) {
    int unused = erase(tx, owner, Integer.MAX_VALUE);
  }

  /** Those of an account are told under the first generation of its id, whichever this is. */
  private static int erase(Transaction tx, Owner owner, int limit) {
    int erased = 0;
    for (long generation = 1; generation <= owner.generation(); generation++) {
      String key = new Owner(owner.id(), generation).key();
      erased += tx.audit().erase(new AuditFilter(key, null, null, null, null), limit);
    }
    return erased;
  }

  static OwnerStore.State stateAfter(Purge purge) {
    return purge.lasting() ? OwnerStore.State.ENDED : OwnerStore.State.PURGED;
  }

  /** The last entry of a purge. */
  void tell(Transaction tx, Purge over) {
    String outcome = over.state() == Purge.State.DONE ? "ok" : "purge_incomplete";
    String owner = over.owner().key();
    audit.record(tx, "cloud.credentials_purged", outcome, owner, Actor.DAVIT, detail(over));
  }

  private static String detail(Purge over) {
    String providers =
        Arrays.stream(over.providers().split(","))
            .filter(provider -> !provider.isEmpty())
            .map(provider -> "\"" + provider + "\"")
            .collect(Collectors.joining(","));
    return """
        {"providers":[%s],"connections":%d,"documents_deleted":%d,"documents_unreachable":%d,\
        "grants_left":%d}"""
        .formatted(
            providers,
            over.connections(),
            over.documentsDeleted(),
            over.documentsUnreachable(),
            over.grantsLeft());
  }
}
