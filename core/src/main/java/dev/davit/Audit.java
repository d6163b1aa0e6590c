package dev.davit;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.audit.ChainCheck;
import dev.davit.internal.audit.Signing;
import dev.davit.internal.input.Problems;
import dev.davit.ports.Bytes;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditFilter;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The audit log: what was done, by whom, and whether it is still as it was written. */
public final class Audit {
  private static final String KEY = "audit.checkpoint";
  private static final String KEY_TURNED = "vault.key_turned";

  private final Stores stores;
  private final AuditLog log;
  private final AuditLists lists;
  private final ServerKeys keys;

  Audit(Stores stores, AuditLog log, AuditLists lists, ServerKeys keys) {
    this.stores = stores;
    this.log = log;
    this.lists = lists;
    this.keys = keys;
  }

  /**
   * One page of the caller's own entries; the query's owner is of no account.
   *
   * @param limit how many at most, 1 to 1,000
   * @param pageToken from the page before; null for the first one
   * @throws dev.davit.ports.CloudException {@code INVALID_CURSOR} for a token that is not for this
   *     caller, query and limit; {@code NOT_FOUND} while the owner is being purged
   */
  public AuditPage own(Caller caller, AuditQuery query, int limit, @Nullable String pageToken) {
    return lists.own(caller.owner(), query, limit, pageToken);
  }

  /**
   * One page of all entries, for administrators. That somebody begins to read them is an entry
   * itself.
   *
   * @param by who reads
   * @param limit how many at most, 1 to 1,000
   * @param pageToken from the page before; null for the first one
   * @throws dev.davit.ports.CloudException {@code INVALID_CURSOR} for a token that is not for this
   *     query and limit
   */
  public AuditPage all(Caller by, AuditQuery query, int limit, @Nullable String pageToken) {
    AuditPage page = lists.all(query, limit, pageToken);
    if (pageToken == null) {
      note("admin.audit_read", by.toActor());
    }
    return page;
  }

  /**
   * Notes which key of the vault seals from now on, if it is another than was noted last: once over
   * all nodes and starts.
   *
   * @param key what the vault calls it; no secret
   */
  public void noteKey(String key) {
    if (!stores.<Boolean>reading(tx -> isNoted(tx, key))) {
      stores.inTransaction(
          tx -> {
            if (!isNoted(tx, key)) {
              log.record(tx, KEY_TURNED, key, "", Actor.DAVIT, "");
            }
            return true;
          });
    }
  }

  private static boolean isNoted(Transaction tx, String key) {
    AuditFilter turns = new AuditFilter(null, KEY_TURNED, null, null, null);
    return tx.audit().find(turns, null, 1).stream().anyMatch(last -> last.outcome().equals(key));
  }

  private void note(String action, Actor actor) {
    stores.inTransaction(
        tx -> {
          log.record(tx, action, "ok", "", actor, "");
          return true;
        });
  }

  /**
   * Whether the whole log is as it was written, in constant memory; entries may be added meanwhile.
   * What was erased is no fault. Without a checkpoint a cut tail and a log that was written anew
   * from its start on can't be told.
   *
   * @param trusted what was signed earlier with this server's key; null for none
   * @param progress is told how many entries are done, now and then
   * @throws dev.davit.ports.CloudException {@code INVALID_REQUEST}, field {@code checkpoint}, if it
   *     was not signed with this server's key
   */
  public AuditVerdict verify(@Nullable Checkpoint trusted, LongConsumer progress) {
    if (trusted != null) {
      requireSignedBy(Signing.publicKey(pair()), trusted);
    }
    return verify(new AuditEntries(stores, Long.MAX_VALUE), trusted, progress);
  }

  /**
   * Whether these entries hang together, such as those of an exported file.
   *
   * @param trusted what must lie in the chain; its signature is checked, whose key it names is the
   *     caller's to judge; null for none
   * @param progress is told how many entries are done, now and then
   * @throws dev.davit.ports.CloudException {@code INVALID_REQUEST}, field {@code checkpoint}, if it
   *     is not signed with the key that it names
   */
  public static AuditVerdict verify(
      Iterator<AuditEntry> entries, @Nullable Checkpoint trusted, LongConsumer progress) {
    if (trusted != null) {
      requireSignedBy(trusted.publicKey(), trusted);
    }
    ChainCheck check =
        trusted == null ? new ChainCheck() : new ChainCheck(trusted.sequence(), trusted.hash());
    boolean fits = true;
    while (fits && entries.hasNext()) {
      fits = check.next(entries.next());
      tell(progress, check.entries());
    }
    check.end();
    String problem = check.problem();
    return problem == null
        ? new AuditVerdict(check.entries(), 0, "")
        : new AuditVerdict(check.entries(), check.entries() + 1, problem + ".");
  }

  /** Signs what the log is now; the key is made the first time. */
  public Checkpoint checkpoint() {
    byte[] pair = pair();
    return stores.reading(tx -> checkpoint(tx, pair));
  }

  private static Checkpoint checkpoint(Transaction tx, byte[] pair) {
    Optional<AuditEntry> last = tx.audit().last();
    return Checkpoint.sign(
        last.map(AuditEntry::sequence).orElse(0L),
        last.map(AuditEntry::hash).orElse(Bytes.of(new byte[32])),
        tx.now().truncatedTo(ChronoUnit.MILLIS),
        pair);
  }

  /**
   * Hands out all entries in their order, in constant memory; the last one says that the operator
   * has begun to. None that is written meanwhile is among them.
   *
   * @return what was signed of the last one
   */
  public Checkpoint export(Consumer<AuditEntry> to) {
    byte[] pair = pair();
    Checkpoint end =
        stores.inTransaction(
            tx -> {
              log.record(tx, "admin.audit_exported", "ok", "", Actor.OPERATOR, "");
              return checkpoint(tx, pair);
            });
    new AuditEntries(stores, end.sequence()).forEachRemaining(to);
    return end;
  }

  private byte[] pair() {
    return keys.getOrMake(KEY, Signing.LENGTH, Signing::newPair);
  }

  private static void requireSignedBy(Bytes key, Checkpoint trusted) {
    if (!trusted.publicKey().equals(key) || !trusted.isSigned()) {
      throw Problems.field(
          "checkpoint", "The checkpoint is not signed with the key that it must be signed with.");
    }
  }

  private static void tell(LongConsumer progress, long entries) {
    if (entries % AuditEntries.PAGE == 0) {
      progress.accept(entries);
    }
  }
}
