package dev.davit.onedrive.internal.upload;

import java.util.Base64;

/**
 * Microsoft's quickXorHash of bytes that come one after the other (OneDrive developer
 * documentation, "Code Snippets: QuickXorHash Algorithm"): each byte is xored into 160 bits, 11
 * bits further on than the one before it, and in the end the number of bytes into the last 64. It
 * tells whether bytes arrived as they were sent; it is no protection against anybody. For use by
 * one thread.
 */
public final class QuickXorHash {
  private static final int BITS = 160;
  private static final int BYTES = BITS / 8;
  private static final int STEP = 11;

  /** Where the number of bytes is xored in. */
  private static final int LENGTH_AT = BYTES - Long.BYTES;

  /**
   * What came at each position of a round of 160 bytes, xored: the bytes of later rounds meet the
   * same bits, since 160 steps lead back to the beginning.
   */
  private final byte[] round = new byte[BITS];

  private long length;

  /** Takes more bytes. */
  public void update(byte[] bytes, int offset, int count) {
    int at = (int) (length % BITS);
    for (int i = offset; i < offset + count; i++) {
      round[at] ^= bytes[i];
      at = at + 1 == BITS ? 0 : at + 1;
    }
    length += count;
  }

  /** How many bytes it was given. */
  public long length() {
    return length;
  }

  /** The hash of all bytes so far, in base64 as Microsoft writes it. */
  public String base64() {
    byte[] hash = new byte[BYTES];
    for (int at = 0; at < BITS; at++) {
      place(hash, round[at] & 0xff, at * STEP % BITS);
    }
    for (int i = 0; i < Long.BYTES; i++) {
      hash[LENGTH_AT + i] ^= (byte) (length >>> (8 * i));
    }
    return Base64.getEncoder().encodeToString(hash);
  }

  /** Xors a byte in from a bit on; what goes over the end comes in at the beginning. */
  private static void place(byte[] hash, int value, int bit) {
    int shifted = value << (bit % 8);
    hash[bit / 8] ^= (byte) shifted;
    hash[(bit / 8 + 1) % BYTES] ^= (byte) (shifted >>> 8);
  }
}
