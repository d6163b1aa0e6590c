package dev.davit.internal.audit;

import dev.davit.ports.Bytes;
import dev.davit.ports.store.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chain of the audit log entry by entry and stops at the first that does not fit. Holds
 * one entry's hash, however long the log is.
 */
public final class ChainCheck {
  private final long named;
  private final @Nullable Bytes namedHash;
  private long entries;
  private Bytes previous = AuditChain.START;
  private @Nullable String problem;

  /** A check that trusts nothing but the chain itself. */
  public ChainCheck() {
    this(0, null);
  }

  /**
   * A check against what was signed once.
   *
   * @param named the sequence number that was signed
   * @param hash which hash that entry had; null if nothing was signed
   */
  public ChainCheck(long named, @Nullable Bytes hash) {
    this.named = named;
    this.namedHash = hash;
  }

  /** Takes the next entry; false if it does not fit, and then the check is over. */
  public boolean next(AuditEntry entry) {
    problem = fault(entry);
    if (problem != null) {
      return false;
    }
    entries++;
    previous = entry.hash();
    return true;
  }

  /** There is no further entry. */
  public void end() {
    if (problem == null && entries < named) {
      problem = "The log was cut off after entry " + entries + ": the checkpoint names " + named;
    }
  }

  /** How many entries fit. */
  public long entries() {
    return entries;
  }

  /** What is wrong with the entry after those that fit; null if nothing is known to be. */
  public @Nullable String problem() {
    return problem;
  }

  private @Nullable String fault(AuditEntry entry) {
    long expected = entries + 1;
    if (entry.sequence() > expected) {
      return "The entry is missing: the next one there is " + entry.sequence();
    }
    if (entry.sequence() < expected) {
      return "Out of order: entry " + entry.sequence() + " is in its place";
    }
    return content(entry);
  }

  private @Nullable String content(AuditEntry entry) {
    boolean follows = entry.previous().equals(previous);
    boolean own = entry.hash().equals(AuditChain.hash(entry)) && isTrue(entry.personal(), entry);
    if (!own) {
      return follows
          ? "The entry was edited"
          : "The entry was edited, or moved or re-inserted from another place";
    }
    if (!follows) {
      return "The entry does not follow the one before: one of the two was put in another's place";
    }
    return entry.sequence() == named ? compare(entry.hash()) : null;
  }

  private @Nullable String compare(Bytes hash) {
    return hash.equals(namedHash)
        ? null
        : "The entry is of another chain than the one that the checkpoint names";
  }

  private static boolean isTrue(AuditEntry.@Nullable Personal personal, AuditEntry entry) {
    return personal == null || AuditChain.digest(personal).equals(entry.personalDigest());
  }
}
