package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads a content to its end, and holds it to what it said of its size. */
final class Receiver {
  private static final int PIECE = 64 * 1024;

  private final long breakOffAfter;

  /**
   * A receiver.
   *
   * @param breakOffAfter after how many bytes the line goes dead
   */
  Receiver(long breakOffAfter) {
    this.breakOffAfter = breakOffAfter;
  }

  Blob receive(Content content) {
    OptionalLong declared = content.size();
    Blob blob;
    try (InputStream in = content.open()) {
      blob = receive(in, declared.orElse(Long.MAX_VALUE - 1));
    } catch (IOException e) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "The content could not be read to its end.", e);
    }
    if (declared.isPresent() && declared.getAsLong() != blob.size()) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "The content has not as many bytes as it said.");
    }
    return blob;
  }

  private Blob receive(InputStream in, long declared) throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    long size = 0;
    while (size <= declared) {
      byte[] piece = in.readNBytes((int) Math.min(PIECE, breakOffAfter - size));
      size += piece.length;
      if (size >= breakOffAfter) {
        throw new BrokenOff();
      }
      if (piece.length == 0) {
        break;
      }
      pieces.add(piece);
    }
    return new Blob(pieces, size);
  }

  /** The line went dead: whatever had arrived stays where it was. */
  static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
