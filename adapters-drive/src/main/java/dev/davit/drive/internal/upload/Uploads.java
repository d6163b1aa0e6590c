package dev.davit.drive.internal.upload;

import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.http.Answer;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.net.URI;
import java.util.Optional;

/**
 * Gets the bytes of files to Google, in memory that does not grow with them: a small file in one
 * request, a larger one by a resumable upload. Either way nothing is seen until all have arrived.
 */
public final class Uploads {
  /** Google: multipart uploads are for files of at most 5 MB. */
  static final int MOST_AT_ONCE = 5 * 1000 * 1000;

  private final DriveClient client;
  private final Lookup lookup;
  private final Requests requests;
  private final Resumable resumable;
  private final Pacing pacing;

  /**
   * Uploads of one account.
   *
   * @param fields what is wanted of a file that has arrived
   */
  public Uploads(DriveClient client, String fields, Pacing pacing) {
    this.client = client;
    this.lookup = new Lookup(client, fields);
    this.pacing = pacing;
    this.requests = new Requests(client.endpoints().api(), fields);
    this.resumable = new Resumable(client, requests);
  }

  /**
   * Sends a file.
   *
   * @param ready what must hold once all was read, just before it is done
   * @return the file as Google now has it
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} if the content has not as many bytes
   *     as it said; {@link ErrorKind#UNAVAILABLE} also if it can't be read
   */
  public File send(Upload upload, Source source, Runnable ready) {
    Window window = Window.growing(pacing.piece());
    boolean last = fill(window, source);
    if (last && window.count() <= MOST_AT_ONCE) {
      ready.run();
      return whole(upload, window.piece(window.count(), upload.mediaType()));
    }
    try (LongUpload sending = new LongUpload(upload, source, window, this)) {
      return sending.send(ready);
    }
  }

  /** Reads on; answers whether the window has the end of it. */
  static boolean fill(Window window, Source source) {
    long size = source.size();
    window.fill(source::read, size < 0 ? Long.MAX_VALUE : size);
    boolean last = source.isAtEnd();
    if (size >= 0 && (last ? window.end() != size : window.end() >= size)) {
      throw Mishaps.wrongLength();
    }
    return last;
  }

  private File whole(Upload upload, Piece bytes) {
    return new Certainty(pacing.pauses())
        .of(
            () -> {
              try (Answer answer =
                  DriveClient.succeeded(client.send(requests.whole(upload, bytes)))) {
                return Resumable.file(answer);
              }
            },
            () -> arrived(upload));
  }

  /** The file, if this upload has made it already. */
  public Optional<File> arrived(Upload upload) {
    return lookup
        .find(upload.id())
        .filter(file -> !upload.replaces() || Upload.isOf(file, upload.tag()));
  }

  /** Begins one that can be gone on with by whoever has its address. */
  public URI begin(Upload upload, long size) {
    return resumable.begin(upload, size);
  }

  /** An address that was begun; refused unless it leads to Google's API. */
  public URI trusted(String address) {
    return resumable.trusted(address);
  }

  public PartUpload part(URI address, long position, long size) {
    return new PartUpload(this, address, position, size);
  }

  public void cancel(URI address) {
    resumable.cancel(address);
  }

  Resumable resumable() {
    return resumable;
  }

  Pacing pacing() {
    return pacing;
  }
}
