package dev.davit.drive.internal.upload;

import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.http.Answer;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.outbound.transfer.Certainty;
import dev.davit.outbound.transfer.LongUpload;
import dev.davit.outbound.transfer.Pacing;
import dev.davit.outbound.transfer.PartUpload;
import dev.davit.outbound.transfer.Piece;
import dev.davit.outbound.transfer.Source;
import dev.davit.outbound.transfer.Window;
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
  private final GoogleUploads pieces;
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
    this.pieces = new GoogleUploads(client, requests);
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
    boolean last = source.fill(window);
    if (last && window.count() <= MOST_AT_ONCE) {
      ready.run();
      return whole(upload, window.piece(window.count(), upload.mediaType()));
    }
    try (LongUpload<File> sending =
        new LongUpload<>(pieces, beginning(upload), source, window, pacing.pauses())) {
      return sending.send(ready);
    }
  }

  private LongUpload.Beginning<File> beginning(Upload upload) {
    return new LongUpload.Beginning<>() {
      @Override
      public URI begin(long size) {
        return pieces.begin(upload, size);
      }

      @Override
      public Optional<File> arrived() {
        return Uploads.this.arrived(upload);
      }
    };
  }

  private File whole(Upload upload, Piece bytes) {
    return new Certainty(pacing.pauses())
        .of(
            () -> {
              try (Answer answer =
                  DriveClient.succeeded(client.send(requests.whole(upload, bytes)))) {
                return GoogleUploads.file(answer);
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
    return pieces.begin(upload, size);
  }

  /** An address that was begun; refused unless it leads to Google's API. */
  public URI trusted(String address) {
    return pieces.trusted(address);
  }

  /** One that is gone on with, from a position on. */
  public PartUpload<File> part(URI address, long position, long size) {
    return new PartUpload<>(pieces, pacing, address, position, size);
  }

  public void cancel(URI address) {
    pieces.cancel(address);
  }

  /** Of what size all parts but the last must be a multiple. */
  public int granularity() {
    return pieces.granularity();
  }
}
