package dev.davit;

import dev.davit.ports.storage.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Contents that embedders have at hand; all of them can be opened again. */
public final class Contents {
  private Contents() {}

  /** The text in UTF-8. */
  public static Content text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy of the bytes. */
  public static Content bytes(byte[] bytes) {
    byte[] copy = bytes.clone();
    return new Repeatable(copy.length, () -> new ByteArrayInputStream(copy));
  }

  /**
   * A file, which must not change while it is sent.
   *
   * @throws IOException if its size can't be told
   */
  public static Content file(Path file) throws IOException {
    return new Repeatable(Files.size(file), () -> Files.newInputStream(file));
  }

  private record Repeatable(long length, Source source) implements Content {
    @Override
    public OptionalLong size() {
      return OptionalLong.of(length);
    }

    @Override
    public boolean repeatable() {
      return true;
    }

    @Override
    public InputStream open() throws IOException {
      return source.open();
    }
  }

  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }
}
