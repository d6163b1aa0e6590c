package dev.davit.testkit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Streams that are not kept. */
final class Streams {
  private static final int PIECE = 64 * 1024;

  private Streams() {}

  /** Holds that one has the bytes of the other, no fewer and no more. */
  static void assertSame(InputStream found, InputStream expected) throws IOException {
    byte[] is = new byte[PIECE];
    byte[] should = new byte[PIECE];
    long position = 0;
    int count;
    do {
      count = expected.readNBytes(should, 0, PIECE);
      int there = found.readNBytes(is, 0, PIECE);
      int other = Arrays.mismatch(is, 0, there, should, 0, count);
      if (other >= 0) {
        throw new AssertionError("another byte, or one too few or many, at " + (position + other));
      }
      position += count;
    } while (count == PIECE);
  }
}
