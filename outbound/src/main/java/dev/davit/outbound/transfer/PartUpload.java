package dev.davit.outbound.transfer;

import java.io.InputStream;
import java.net.URI;

/**
 * A part of an upload in pieces that somebody else keeps the state of.
 *
 * @param <T> what the provider says of a file that has arrived
 */
public final class PartUpload<T> {
  private final Resumable<T> resumable;
  private final URI address;
  private final long position;
  private final long size;
  private final int piece;
  private final Steps<T> steps;

  /**
   * A part.
   *
   * @param pacing how much of it is sent at once
   * @param position where it begins
   * @param size of the whole file, in bytes
   */
  public PartUpload(Resumable<T> resumable, Pacing pacing, URI address, long position, long size) {
    this.resumable = resumable;
    this.address = address;
    this.position = position;
    this.size = size;
    this.piece = pacing.piece();
    this.steps = new Steps<>(resumable, pacing.pauses());
  }

  /** Asks how far the whole upload is. */
  public Progress<T> where() {
    return steps.where(address, size);
  }

  /** Sends the end of an upload of nothing. */
  public Progress<T> sendNothing() {
    return steps.step(address, Window.of(0, 0), 0, 0);
  }

  /**
   * Sends bytes.
   *
   * @param in has them
   * @param length how many; a multiple of the granularity, but for the last part
   * @return how far the upload is then: less far than the part's end where the provider did not
   *     take all
   * @throws IllegalArgumentException if this is no part of the upload
   */
  public Progress<T> send(InputStream in, long length) {
    long end = position + length;
    requirePart(length, end);
    Window window = Window.of(position, (int) Math.min(piece, length));
    Progress<T> progress = new Progress.More<>(position);
    while (progress instanceof Progress.More<T> more && isWithin(more.position(), window, end)) {
      window.advance(more.position());
      if (!window.fill((bytes, from, most) -> Source.read(in, bytes, from, most), end)) {
        throw PayloadException.wrongLength().told();
      }
      int count = window.end() == size ? window.count() : whole(window.count());
      if (count == 0) {
        return progress;
      }
      progress = steps.step(address, window, count, size);
    }
    return progress;
  }

  private void requirePart(long length, long end) {
    if (length < 0 || end > size || (length % resumable.granularity() != 0 && end != size)) {
      throw new IllegalArgumentException("not a part of this upload");
    }
  }

  /** Whether what is missing is held, or comes next. */
  private static boolean isWithin(long position, Window window, long end) {
    return position >= window.start() && position <= window.end() && position < end;
  }

  private int whole(int count) {
    return count - count % resumable.granularity();
  }
}
