package dev.davit.ports.store;

import dev.davit.ports.Bytes;
import dev.davit.ports.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, chained to what happened before it.
 *
 * @param sequence 1 for the first, then without gaps
 * @param at when
 * @param action a word of ours, such as {@code connection.connected}
 * @param outcome how it ended: {@code ok}, or a word for why not
 * @param personal who and what; null once erased
 * @param personalDigest what the chain holds in place of the personal part: SHA-256 of it and its
 *     salt
 * @param previous the hash of the entry before; 32 zero bytes for the first
 * @param hash SHA-256 of this entry's canonical form, in which the personal part stands by its
 *     digest
 */
public record AuditEntry(
    long sequence,
    Instant at,
    String action,
    String outcome,
    @Nullable Personal personal,
    Bytes personalDigest,
    Bytes previous,
    Bytes hash) {
  /**
   * What can be erased without breaking the chain. Never a secret.
   *
   * @param owner whose {@link dev.davit.ports.Owner#key()}; empty if nobody's
   * @param actor who did it: an account's or owner's id, or {@code davit}
   * @param requestId in which request; empty if in none
   * @param detail what else must be known, such as the provider; may be empty
   * @param salt random, so that the digest tells nothing once the rest is erased
   */
  public record Personal(
      String owner, String actor, String requestId, String detail, Secret salt) {}
}
