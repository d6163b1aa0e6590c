package dev.davit.outbound.transfer;

import dev.davit.ports.CloudException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One upload in pieces from its first byte to its last; given up if it is closed before. What was
 * sent and is not yet known to have arrived is held, so that a content that can be read once only
 * can be gone on with, too.
 *
 * @param <T> what the provider says of a file that has arrived
 */
public final class LongUpload<T> implements AutoCloseable {
  private static final int MOST_SESSIONS = 4;

  private final Resumable<T> resumable;
  private final Beginning<T> beginning;
  private final Source source;
  private final Window window;
  private final Pauses pauses;
  private final Steps<T> steps;
  private @Nullable URI address;
  private int sessions;

  /** How one file's upload begins, and whether it came to its end. */
  public interface Beginning<T> {
    /**
     * Begins it anew.
     *
     * @param size in bytes, or {@link Source#UNKNOWN}
     * @return its address
     */
    URI begin(long size);

    /** The file, if this upload has made it already. */
    Optional<T> arrived();
  }

  /**
   * An upload that has not begun.
   *
   * @param window what was read of the source already
   */
  public LongUpload(
      Resumable<T> resumable, Beginning<T> beginning, Source source, Window window, Pauses pauses) {
    this.resumable = resumable;
    this.beginning = beginning;
    this.source = source;
    this.window = window;
    this.pauses = pauses;
    this.steps = new Steps<>(resumable, pauses);
  }

  /**
   * Sends all of it.
   *
   * @param ready what must hold once all was read, just before the last piece is sent
   * @return the file as the provider has it
   * @throws CloudException {@link dev.davit.ports.ErrorKind#INVALID_REQUEST} if the content has not
   *     as many bytes as it said; {@link dev.davit.ports.ErrorKind#UNAVAILABLE} also if it can't be
   *     read
   */
  public T send(Runnable ready) {
    Optional<T> arrived = begin();
    while (arrived.isEmpty()) {
      boolean last = source.fill(window);
      if (last) {
        ready.run();
      }
      arrived = after(step(last), last);
    }
    address = null;
    return arrived.get();
  }

  private Progress<T> step(boolean last) {
    URI to = Objects.requireNonNull(address);
    return steps.step(to, window, window.count(), last ? window.end() : source.size());
  }

  private Optional<T> after(Progress<T> progress, boolean last) {
    if (progress instanceof Progress.Done<T> done && last) {
      return Optional.of(done.file());
    }
    if (progress instanceof Progress.More<T> more) {
      goTo(more.position());
      return Optional.empty();
    }
    if (progress instanceof Progress.Gone<T>) {
      address = null;
      return again();
    }
    throw resumable.senseless();
  }

  private void goTo(long position) {
    if (position > window.end()) {
      throw resumable.senseless();
    }
    if (position >= window.start()) {
      window.advance(position);
    } else {
      rewind(position);
    }
  }

  private void rewind(long position) {
    if (!source.rewind(position)) {
      throw resumable.lost();
    }
    window.restart(position);
  }

  /** The session is gone: with its file there, or with all that had arrived. */
  private Optional<T> again() {
    Optional<T> arrived = beginning.arrived();
    if (arrived.isEmpty()) {
      if (window.start() > 0) {
        rewind(0);
      }
      return begin();
    }
    return arrived;
  }

  @SuppressWarnings("OptionalMapToOptional")
  private Optional<T> begin() {
    if (++sessions > MOST_SESSIONS) {
      throw resumable.lost();
    }
    return new Certainty(pauses)
        .of(
            () -> {
              address = beginning.begin(source.size());
              return Optional.empty();
            },
            () -> beginning.arrived().map(Optional::of));
  }

  /** Whatever comes of giving it up: nothing of it is seen, and the provider forgets it. */
  @Override
  public void close() {
    if (address != null) {
      try {
        resumable.cancel(address);
      } catch (CloudException e) {
        // It will be forgotten.
      }
    }
  }
}
