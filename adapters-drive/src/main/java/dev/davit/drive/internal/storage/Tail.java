package dev.davit.drive.internal.storage;

import dev.davit.drive.internal.http.Faults;
import dev.davit.outbound.transfer.Span;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/** The end of an export, whose length nobody knows beforehand; Google exports 10 MB at most. */
final class Tail {
  private static final int MOST = 16 * 1024 * 1024;

  private Tail() {}

  /** Closes the whole. */
  static Download of(Download whole, ByteRange.Last range) {
    try (whole) {
      byte[] all = whole.body().readNBytes(MOST + 1);
      if (all.length > MOST) {
        throw Faults.protocol(new IOException("an export that is larger than any"));
      }
      if (all.length == 0) {
        throw Span.outside();
      }
      int first = (int) Math.max(0, all.length - range.length());
      byte[] last = Arrays.copyOfRange(all, first, all.length);
      return new Download(
          new ByteArrayInputStream(last),
          first,
          (long) last.length,
          (long) all.length,
          whole.etag(),
          whole.contentType());
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }
}
