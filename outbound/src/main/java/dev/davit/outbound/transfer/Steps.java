package dev.davit.outbound.transfer;

import dev.davit.ports.CloudException;
import java.net.URI;

/**
 * Sends an upload piece by piece. What the provider says has arrived is believed, whatever was
 * sent. After a failure it asks first and goes on from there, so that at most one piece is sent
 * twice for each.
 */
final class Steps<T> {
  private static final int MOST_FALLS = 5;

  private final Resumable<T> resumable;
  private final Patience patience;
  private int fallenBack;

  Steps(Resumable<T> resumable, Pauses pauses) {
    this.resumable = resumable;
    this.patience = new Patience(pauses);
  }

  /**
   * Sends the window's first bytes, until something has become of them.
   *
   * @return never that it is where it was
   * @throws CloudException if that could not be had in several tries
   */
  Progress<T> step(URI address, Window window, int length, long size) {
    while (true) {
      Progress<T> progress;
      try {
        progress = resumable.put(address, window, length, size);
      } catch (CloudException failure) {
        patience.after(failure);
        progress = where(address, size);
        if (isAt(progress, window)) {
          continue;
        }
      }
      if (!isAt(progress, window)) {
        return noted(progress, window);
      }
      patience.after(resumable.senseless());
    }
  }

  /** Asks until it is told how far the upload is. */
  Progress<T> where(URI address, long size) {
    while (true) {
      try {
        return resumable.where(address, size);
      } catch (CloudException failure) {
        patience.after(failure);
      }
    }
  }

  private static boolean isAt(Progress<?> progress, Window window) {
    return progress instanceof Progress.More<?> more && more.position() == window.start();
  }

  /** What falls back again and again ends like what never moves. */
  private Progress<T> noted(Progress<T> progress, Window window) {
    if (progress instanceof Progress.More<T> more) {
      if (more.position() > window.start()) {
        patience.gotAhead();
      } else if (++fallenBack > MOST_FALLS) {
        throw resumable.lost();
      }
    }
    return progress;
  }
}
