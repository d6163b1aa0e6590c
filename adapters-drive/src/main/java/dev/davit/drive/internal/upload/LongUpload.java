package dev.davit.drive.internal.upload;

import com.google.api.services.drive.model.File;
import dev.davit.ports.CloudException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One resumable upload from its first byte to its last; given up if it is closed before. */
final class LongUpload implements AutoCloseable {
  private static final int MOST_SESSIONS = 4;

  private final Upload upload;
  private final Source source;
  private final Window window;
  private final Uploads uploads;
  private final Steps steps;
  private @Nullable URI address;
  private int sessions;

  LongUpload(Upload upload, Source source, Window window, Uploads uploads) {
    this.upload = upload;
    this.source = source;
    this.window = window;
    this.uploads = uploads;
    this.steps = new Steps(uploads.resumable(), uploads.pacing().pauses());
  }

  /** Sends all of it; answers the file. */
  File send(Runnable ready) {
    Optional<File> arrived = begin();
    while (arrived.isEmpty()) {
      boolean last = Uploads.fill(window, source);
      if (last) {
        ready.run();
      }
      arrived = after(step(last), last);
    }
    address = null;
    return arrived.get();
  }

  private Progress step(boolean last) {
    URI to = Objects.requireNonNull(address);
    return steps.step(to, window, window.count(), last ? window.end() : source.size());
  }

  private Optional<File> after(Progress progress, boolean last) {
    if (progress instanceof Progress.Done done && last) {
      return Optional.of(done.file());
    }
    if (progress instanceof Progress.More more) {
      goTo(more.position());
      return Optional.empty();
    }
    if (progress instanceof Progress.Gone) {
      address = null;
      return again();
    }
    throw Mishaps.senseless();
  }

  private void goTo(long position) {
    if (position > window.end()) {
      throw Mishaps.senseless();
    }
    if (position >= window.start()) {
      window.advance(position);
    } else {
      rewind(position);
    }
  }

  private void rewind(long position) {
    if (!source.rewind(position)) {
      throw Mishaps.lost();
    }
    window.restart(position);
  }

  /** The session is gone: with its file there, or with all that had arrived. */
  private Optional<File> again() {
    Optional<File> arrived = uploads.arrived(upload);
    if (arrived.isEmpty()) {
      if (window.start() > 0) {
        rewind(0);
      }
      return begin();
    }
    return arrived;
  }

  @SuppressWarnings("OptionalMapToOptional")
  private Optional<File> begin() {
    if (++sessions > MOST_SESSIONS) {
      throw Mishaps.lost();
    }
    return new Certainty(uploads.pacing().pauses())
        .of(
            () -> {
              address = uploads.resumable().begin(upload, source.size());
              return Optional.empty();
            },
            () -> uploads.arrived(upload).map(Optional::of));
  }

  /** Whatever comes of giving it up: nothing of it is seen, and Google forgets it in a week. */
  @Override
  public void close() {
    if (address != null) {
      try {
        uploads.resumable().cancel(address);
      } catch (CloudException e) {
        // It will be forgotten.
      }
    }
  }
}
