package dev.davit.drive.internal.upload;

import java.io.InputStream;
import java.net.URI;

/** A part of a resumable upload that somebody else keeps the state of. */
public final class PartUpload {
  /** Of what size all parts but the last must be a multiple. */
  public static final int GRANULARITY = Resumable.GRANULARITY;

  private final URI address;
  private final long position;
  private final long size;
  private final int piece;
  private final Steps steps;

  PartUpload(Uploads uploads, URI address, long position, long size) {
    this.address = address;
    this.position = position;
    this.size = size;
    this.piece = uploads.pacing().piece();
    this.steps = new Steps(uploads.resumable(), uploads.pacing().pauses());
  }

  /** Asks how far the whole upload is. */
  public Progress where() {
    return steps.where(address, size);
  }

  /** Sends the end of an upload of nothing. */
  public Progress sendNothing() {
    return steps.step(address, Window.of(0, 0), 0, 0);
  }

  /**
   * Sends bytes.
   *
   * @param in has them, up to {@code end}
   * @return how far the upload is then: less far than {@code end} where Google did not take all
   */
  public Progress send(InputStream in, long end) {
    Window window = Window.of(position, (int) Math.min(piece, end - position));
    Progress progress = new Progress.More(position);
    while (progress instanceof Progress.More more && isWithin(more.position(), window, end)) {
      window.advance(more.position());
      if (!window.fill((bytes, from, most) -> Source.read(in, bytes, from, most), end)) {
        throw Mishaps.wrongLength();
      }
      int length = window.end() == size ? window.count() : whole(window.count());
      if (length == 0) {
        return progress;
      }
      progress = steps.step(address, window, length, size);
    }
    return progress;
  }

  /** Whether what is missing is held, or comes next. */
  private static boolean isWithin(long position, Window window, long end) {
    return position >= window.start() && position <= window.end() && position < end;
  }

  private static int whole(int count) {
    return count - count % GRANULARITY;
  }
}
