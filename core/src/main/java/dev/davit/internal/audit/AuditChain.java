package dev.davit.internal.audit;

import dev.davit.internal.codec.Packer;
import dev.davit.internal.codec.Sha256;
import dev.davit.ports.Bytes;
import dev.davit.ports.store.AuditEntry;

/**
 * How entries of the audit log hang together: the canonical forms and their SHA-256. The personal
 * part stands in the chain by a salted digest only, so that erasing it breaks nothing.
 */
public final class AuditChain {
  /** What the first entry has in place of the hash of the one before. */
  public static final Bytes START = Bytes.of(new byte[32]);

  private static final String FORM = "davit.audit.1";

  private AuditChain() {}

  /** What the chain holds in place of the personal part. */
  public static Bytes digest(AuditEntry.Personal personal) {
    return hash(
        new Packer()
            .text(FORM)
            .text(personal.salt().reveal())
            .text(personal.owner())
            .text(personal.actor())
            .text(personal.requestId())
            .text(personal.detail()));
  }

  /** The hash that an entry with these parts must have. */
  public static Bytes hash(AuditEntry entry) {
    return hash(
        new Packer()
            .text(FORM)
            .number(entry.sequence())
            .number(entry.at().toEpochMilli())
            .text(entry.action())
            .text(entry.outcome())
            .bytes(entry.personalDigest().toArray())
            .bytes(entry.previous().toArray()));
  }

  private static Bytes hash(Packer packer) {
    return Bytes.of(Sha256.of(packer.toBytes()));
  }
}
