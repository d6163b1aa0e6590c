package dev.davit.http;

import dev.davit.ports.storage.Content;
import java.io.InputStream;
import java.util.OptionalLong;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content.Source;

/**
 * A part of a multipart upload, which waits on disk.
 *
 * @param part as the form has it
 */
record PartContent(MultiPart.Part part) implements Content {

  @Override
  public OptionalLong size() {
    return OptionalLong.of(part.getLength());
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public InputStream open() {
    return Source.asInputStream(part.createContentSource());
  }
}
