package dev.davit.internal.documents;

import dev.davit.ports.storage.Content;
import java.io.IOException;
import java.util.OptionalLong;

/** A content whose reading is followed: how far, how many bytes, with what hash. */
final class TrackedContent implements Content {
  private final Content source;
  private final Progress progress;
  private volatile boolean opened;

  TrackedContent(Content source, Progress progress) {
    this.source = source;
    this.progress = progress;
  }

  @Override
  public OptionalLong size() {
    return source.size();
  }

  @Override
  public boolean repeatable() {
    return source.repeatable();
  }

  @Override
  public TrackedStream open() throws IOException {
    opened = true;
    return new TrackedStream(source.open(), source.size(), progress);
  }

  /**
   * Whether its bytes may still be sent: nobody has begun to read them, or they can be read anew.
   */
  boolean canBeSent() {
    return !opened || source.repeatable();
  }
}
