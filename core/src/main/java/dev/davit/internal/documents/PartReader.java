package dev.davit.internal.documents;

import dev.davit.internal.input.Problems;
import dev.davit.ports.CloudException;
import java.io.EOFException;
import java.io.IOException;

/** Reads a content part by part, and checks on its way that it begins as it did before. */
final class PartReader {
  private static final int BUFFER = 65_536;

  private final TrackedStream in;
  private final OpenUpload begun;
  private final Spool spool;
  private final byte[] buffer = new byte[BUFFER];

  /**
   * A reader.
   *
   * @param begun what was sent of it before
   */
  PartReader(TrackedStream in, OpenUpload begun, Spool spool) {
    this.in = in;
    this.begun = begun;
    this.spool = spool;
  }

  /** Reads up to there without keeping it. */
  void skip(long to) throws IOException {
    read(to, false);
  }

  /** Reads up to there into the spool, in the place of the part before. */
  void fill(long to) throws IOException {
    spool.clear();
    read(to, true);
  }

  private void read(long to, boolean kept) throws IOException {
    if (in.count() <= begun.end() && begun.end() <= to) {
      pump(begun.end(), kept);
      if (!in.sha256().equals(begun.sha256())) {
        throw otherContent();
      }
    }
    pump(to, kept);
    if (to == begun.size()) {
      checkEnd();
    }
  }

  private void pump(long to, boolean kept) throws IOException {
    while (in.count() < to) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, to - in.count()));
      if (read < 0) {
        throw new EOFException("the content ended");
      }
      if (kept) {
        spool.add(buffer, read);
      }
    }
  }

  /** One that goes on is refused by the stream itself. */
  private void checkEnd() throws IOException {
    if (in.read() >= 0) {
      throw new IOException("the content goes on");
    }
  }

  static CloudException otherContent() {
    return Problems.field("content", "This is not the content that the upload began with.");
  }
}
