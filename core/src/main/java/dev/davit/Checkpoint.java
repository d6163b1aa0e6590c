package dev.davit;

import dev.davit.internal.audit.Signing;
import dev.davit.internal.codec.Packer;
import dev.davit.internal.codec.Sha256;
import dev.davit.internal.input.Problems;
import dev.davit.ports.Bytes;
import java.time.Instant;
import java.util.Base64;

/**
 * What the audit log was at some time, signed with Ed25519 (RFC 8032). Kept elsewhere, it shows
 * later whether the log was cut off or written anew.
 *
 * @param sequence the last entry's number; 0 of an empty log
 * @param hash that entry's hash; 32 zero bytes of an empty log
 * @param at when it was signed, in milliseconds
 * @param publicKey with which the signature is checked, in its X.509 form
 * @param signature over the rest but the key
 */
public record Checkpoint(long sequence, Bytes hash, Instant at, Bytes publicKey, Bytes signature) {
  private static final String FORM = "davit-checkpoint-1";
  private static final int PARTS = 6;

  static Checkpoint sign(long sequence, Bytes hash, Instant at, byte[] pair) {
    Bytes signature = Signing.sign(pair, signed(sequence, hash, at));
    return new Checkpoint(sequence, hash, at, Signing.publicKey(pair), signature);
  }

  /**
   * Reads {@link #toText}.
   *
   * @throws dev.davit.ports.CloudException {@code INVALID_REQUEST}, field {@code checkpoint}, for
   *     anything else
   */
  public static Checkpoint parse(String text) {
    String[] parts = text.strip().split(" ", -1);
    if (parts.length != PARTS || !parts[0].equals(FORM)) {
      throw unreadable();
    }
    try {
      return new Checkpoint(
          Long.parseLong(parts[1]),
          bytes(parts[2]),
          Instant.ofEpochMilli(Long.parseLong(parts[3])),
          bytes(parts[4]),
          bytes(parts[5]));
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  /** One line of printable ASCII for a file. */
  public String toText() {
    return String.join(
        " ",
        FORM,
        Long.toString(sequence),
        text(hash),
        Long.toString(at.toEpochMilli()),
        text(publicKey),
        text(signature));
  }

  /** The key for people to compare: its SHA-256, in the way in which OpenSSH shows keys. */
  public String fingerprint() {
    byte[] digest = Sha256.of(publicKey.toArray());
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
  }

  /** Whether its own key signed it, whoever has that key. */
  public boolean isSigned() {
    return Signing.isSigned(publicKey, signed(sequence, hash, at), signature);
  }

  private static byte[] signed(long sequence, Bytes hash, Instant at) {
    return new Packer()
        .text(FORM)
        .number(sequence)
        .number(at.toEpochMilli())
        .bytes(hash.toArray())
        .toBytes();
  }

  private static RuntimeException unreadable() {
    return Problems.field("checkpoint", "This is not a checkpoint as Davit writes it.");
  }

  private static String text(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
  }

  private static Bytes bytes(String text) {
    return Bytes.of(Base64.getUrlDecoder().decode(text));
  }
}
