package dev.davit.app.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Bytes to store, the same in every run, and what to know them by. */
public final class Samples {
  private Samples() {}

  /** As many bytes as asked for, which look like noise. */
  public static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(length).nextBytes(bytes);
    return bytes;
  }

  /** Noise of any length that is made while it is read. */
  public static InputStream stream(long length) {
    return new Noise(length);
  }

  /** SHA-256 in lower-case hex. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** SHA-256 of all that comes, in lower-case hex. */
  public static String sha256(InputStream stream) {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    try (stream) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One block of noise, over and over, each time with its number in it. */
  private static final class Noise extends InputStream {
    private static final int BLOCK = 1 << 16;

    private final byte[] block = bytes(BLOCK);
    private final long length;
    private long at;

    Noise(long length) {
      this.length = length;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (at >= length) {
        return -1;
      }
      int inBlock = (int) (at % BLOCK);
      if (inBlock == 0) {
        block[0] = (byte) (at / BLOCK);
        block[1] = (byte) ((at / BLOCK) >> 8);
      }
      int count = (int) Math.min(Math.min(most, BLOCK - inBlock), length - at);
      System.arraycopy(block, inBlock, into, from, count);
      at += count;
      return count;
    }
  }
}
