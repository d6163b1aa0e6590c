package dev.davit.testkit.memory;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The bytes of a file, in pieces, so that a large one is never copied. */
record Blob(List<byte[]> pieces, long size) {
  static final Blob EMPTY = new Blob(List.of(), 0);

  /** These bytes and then those. */
  Blob plus(byte[] more) {
    List<byte[]> longer = new ArrayList<>(pieces);
    longer.add(more);
    return new Blob(longer, size + more.length);
  }

  /** A part of the bytes. */
  InputStream open(long first, long length) {
    List<InputStream> parts = new ArrayList<>();
    long start = 0;
    for (byte[] piece : pieces) {
      long from = Math.max(first, start);
      long to = Math.min(first + length, start + piece.length);
      if (from < to) {
        parts.add(new ByteArrayInputStream(piece, (int) (from - start), (int) (to - from)));
      }
      start += piece.length;
    }
    return new SequenceInputStream(Collections.enumeration(parts));
  }
}
