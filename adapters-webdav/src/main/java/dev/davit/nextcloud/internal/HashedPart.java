package dev.davit.nextcloud.internal;

import dev.davit.outbound.transfer.Payload;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The next bytes of a stream, which is not closed here, and their SHA-256 as they pass. */
final class HashedPart implements Payload {
  private final InputStream in;
  private final long length;
  private final MessageDigest digest = Sha256.digest();

  HashedPart(InputStream in, long length) {
    this.in = in;
    this.length = length;
  }

  /** Of what was read, in hex; to be asked once, afterwards. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public String contentType() {
    return "application/octet-stream";
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public InputStream open() {
    return new Part();
  }

  private final class Part extends FilterInputStream {
    private long left = length;

    Part() {
      super(HashedPart.this.in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(buffer, offset, (int) Math.min(count, left));
      if (read > 0) {
        digest.update(buffer, offset, read);
        left -= read;
      }
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() {
      // The next part is read from the same stream.
    }
  }
}
