package dev.davit;

import dev.davit.ports.storage.Content;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** TestContents for tests. */
final class TestContents {
  private TestContents() {}

  /** A text of known size that can be opened again. */
  static Content of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(OptionalLong.of(bytes.length), true, new ByteArrayInputStream(bytes));
  }

  /** A text of unknown size that can be opened once. */
  static Content once(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(OptionalLong.empty(), false, new ByteArrayInputStream(bytes));
  }

  /** A text that has not as many bytes as it says. */
  static Content lying(String text, long size) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(OptionalLong.of(size), false, new ByteArrayInputStream(bytes));
  }

  /** A text, then the source breaks off. */
  static Content breaking(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(OptionalLong.of(bytes.length + 1), false, new Breaking(bytes));
  }

  /** A text, with something done once it was read and is closed. */
  static Content closing(String text, Runnable onClose) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(
        OptionalLong.empty(),
        false,
        new FilterInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          public void close() {
            onClose.run();
          }
        });
  }

  /** Pieces, with something done before each. */
  static Content pieces(int count, Runnable beforeEach) {
    return of(OptionalLong.empty(), false, new Pieces(count, beforeEach));
  }

  static Content of(OptionalLong size, boolean repeatable, InputStream in) {
    return new Content() {
      @Override
      public OptionalLong size() {
        return size;
      }

      @Override
      public boolean repeatable() {
        return repeatable;
      }

      @Override
      public InputStream open() throws IOException {
        in.reset();
        return in;
      }
    };
  }

  private static final class Breaking extends FilterInputStream {
    Breaking(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read < 0) {
        throw new IOException("the client went away");
      }
      return read;
    }
  }

  private static final class Pieces extends InputStream {
    private final Runnable beforeEach;
    private int left;

    Pieces(int count, Runnable beforeEach) {
      this.left = count;
      this.beforeEach = beforeEach;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      left--;
      beforeEach.run();
      bytes[offset] = 'x';
      return 1;
    }

    @Override
    public void reset() {}
  }
}
