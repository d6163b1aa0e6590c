package dev.davit.onedrive.internal.upload;

import dev.davit.ports.storage.Content;
import java.io.InputStream;
import java.util.OptionalLong;

/** A content of no bytes. */
final class Nothing implements Content {
  @Override
  public OptionalLong size() {
    return OptionalLong.of(0);
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public InputStream open() {
    return InputStream.nullInputStream();
  }
}
