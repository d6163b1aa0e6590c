package dev.davit.drive.internal.storage;

import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.WriteAttempt;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Resumable uploads. */
@SuppressWarnings("DoNotCallSuggester")
final class Sessions implements UploadSessions {
  private final Desk desk;

  Sessions(Desk desk) {
    this.desk = desk;
  }

  @Override
  public State begin(
      WriteAttempt attempt, long size, @Nullable String contentType, ConflictPolicy conflict) {
    throw Unbuilt.at(desk);
  }

  @Override
  public State append(State state, InputStream part, long length) {
    throw Unbuilt.at(desk);
  }

  @Override
  public State where(State state) {
    throw Unbuilt.at(desk);
  }

  @Override
  public Entry finish(State state) {
    throw Unbuilt.at(desk);
  }

  @Override
  public void cancel(State state) {
    throw Unbuilt.at(desk);
  }
}
