package dev.davit.objectstore;

import dev.davit.ports.storage.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/** Contents to write. */
final class Contents {
  private Contents() {}

  static Content text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Made(OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes));
  }

  /** Says one size and has another. */
  static Content lying(long declared, String text) {
    return new Made(
        OptionalLong.of(declared),
        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Must not be opened. */
  static Content untouchable(long declared) {
    return new Made(
        OptionalLong.of(declared),
        () -> {
          throw new AssertionError("opened");
        });
  }

  /** Has some bytes, then does something. */
  static Content then(String text, Callable<Integer> last) {
    InputStream first = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return new Made(OptionalLong.empty(), () -> new ThenStream(first, last));
  }

  private record Made(OptionalLong size, Callable<InputStream> opener) implements Content {
    @Override
    public boolean repeatable() {
      return true;
    }

    @Override
    public InputStream open() throws IOException {
      return call(opener);
    }
  }

  private static final class ThenStream extends InputStream {
    private final InputStream first;
    private final Callable<Integer> last;

    ThenStream(InputStream first, Callable<Integer> last) {
      this.first = first;
      this.last = last;
    }

    @Override
    public int read() throws IOException {
      int next = first.read();
      return next < 0 ? call(last) : next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = first.read(buffer, offset, length);
      return count < 0 ? call(last) : count;
    }
  }

  private static <T> T call(Callable<T> action) throws IOException {
    try {
      return action.call();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
