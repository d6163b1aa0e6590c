package dev.davit.http;

import dev.davit.ports.storage.Content;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A part of a multipart upload, which waits on disk.
 *
 * @param part as the form has it
 */
record PartContent(Part part) implements Content {

  @Override
  public OptionalLong size() {
    return OptionalLong.of(part.getSize());
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public InputStream open() throws IOException {
    return part.getInputStream();
  }
}
