package dev.davit.emulator.microsoft.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/**
 * The hash that OneDrive knows every file by (learn.microsoft.com/onedrive/developer/code-snippets/
 * quickxorhash): each byte is XORed into a ring of 160 bits, eleven bits further than the one
 * before it, and the length into the last 64 of them. Not safe for use by several threads.
 */
final class QuickXorHash extends MessageDigest implements Cloneable {
  private static final int BITS = 160;
  private static final int BYTES = BITS / 8;
  private static final int SHIFT = 11;

  /** What was seen so far: bytes that are 160 apart land on the same bits, so one place is both. */
  private byte[] folded = new byte[BITS];

  private long length;

  QuickXorHash() {
    super("QuickXorHash");
  }

  @Override
  protected int engineGetDigestLength() {
    return BYTES;
  }

  @Override
  protected void engineUpdate(byte octet) {
    folded[(int) (length++ % BITS)] ^= octet;
  }

  @Override
  protected void engineUpdate(byte[] bytes, int from, int count) {
    int at = from;
    while (at < from + count) {
      int place = (int) (length % BITS);
      int now = Math.min(BITS - place, from + count - at);
      for (int i = 0; i < now; i++) {
        folded[place + i] ^= bytes[at + i];
      }
      at += now;
      length += now;
    }
  }

  @Override
  protected byte[] engineDigest() {
    byte[] ring = new byte[BYTES];
    for (int place = 0; place < BITS; place++) {
      int bit = place * SHIFT % BITS;
      int spread = (folded[place] & 0xff) << bit % 8;
      ring[bit / 8] ^= (byte) spread;
      ring[(bit / 8 + 1) % BYTES] ^= (byte) (spread >> 8);
    }
    ByteBuffer tail = ByteBuffer.wrap(ring).order(ByteOrder.LITTLE_ENDIAN);
    tail.putLong(BYTES - Long.BYTES, tail.getLong(BYTES - Long.BYTES) ^ length);
    engineReset();
    return ring;
  }

  @Override
  protected void engineReset() {
    folded = new byte[BITS];
    length = 0;
  }

  @Override
  public QuickXorHash clone() throws CloneNotSupportedException {
    QuickXorHash copy = (QuickXorHash) super.clone();
    copy.folded = folded.clone();
    return copy;
  }
}
