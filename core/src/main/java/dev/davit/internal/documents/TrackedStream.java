package dev.davit.internal.documents;

import dev.davit.internal.codec.Sha256;
import dev.davit.internal.input.Problems;
import dev.davit.ports.CloudException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A stream that counts and hashes, and says when it has ended before it hands the last bytes on: no
 * provider has the whole content before that is noted. One that has not as many bytes as it said is
 * refused.
 */
final class TrackedStream extends InputStream {
  private final InputStream source;
  private final OptionalLong size;
  private final Progress progress;
  private final MessageDigest digest = Sha256.start();
  private long count;
  private @Nullable String whole;

  TrackedStream(InputStream source, OptionalLong size, Progress progress) {
    this.source = source;
    this.size = size;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = source.read(bytes, offset, length);
    if (read < 0) {
      end();
      return -1;
    }
    count += read;
    digest.update(bytes, offset, read);
    note();
    return read;
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }

  /** The hash of all bytes that were read so far, in lower-case hex. */
  String sha256() {
    return whole == null ? Sha256.soFar(digest) : whole;
  }

  @Override
  public int available() throws IOException {
    return source.available();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private void note() {
    if (size.isEmpty() || count < size.getAsLong()) {
      progress.flowing();
    } else if (count == size.getAsLong()) {
      end();
    } else {
      throw wrongLength();
    }
  }

  private void end() {
    if (whole != null) {
      return;
    }
    if (size.isPresent() && count != size.getAsLong()) {
      throw wrongLength();
    }
    String sha256 = Sha256.hex(digest.digest());
    whole = sha256;
    progress.ended(count, sha256);
  }

  private static CloudException wrongLength() {
    return Problems.field("size", "The content has not as many bytes as it said.");
  }
}
