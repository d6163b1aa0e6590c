package dev.davit.internal.documents;

import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Download;
import java.io.InputStream;
import java.util.OptionalLong;

/** What is read in one place, to be written in another; once. */
record Carried(Download download) implements Content {
  @Override
  public OptionalLong size() {
    Long length = download.length();
    return length == null ? OptionalLong.empty() : OptionalLong.of(length);
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public InputStream open() {
    return download.body();
  }
}
