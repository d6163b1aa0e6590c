package dev.davit.onedrive.internal.upload;

import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.outbound.transfer.Call;
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
import java.util.function.Function;

/**
 * Gets the bytes of files to OneDrive, in memory that does not grow with them: a small file in one
 * request, a larger one by an upload session. Either way nothing is seen until all have arrived.
 */
public final class Uploads {
  /** Microsoft: simple uploads are for files of up to 4 MB; later pages say 250 MB. */
  static final int MOST_AT_ONCE = 4 * 1000 * 1000;

  private static final String TYPE = "application/octet-stream";

  private final GraphClient client;
  private final Function<String, Optional<Json>> lookup;
  private final Pacing pacing;

  /**
   * Uploads of one account.
   *
   * @param lookup finds what is at one of Graph's paths
   */
  public Uploads(GraphClient client, Function<String, Optional<Json>> lookup, Pacing pacing) {
    this.client = client;
    this.lookup = lookup;
    this.pacing = pacing;
  }

  /**
   * Sends a file.
   *
   * @param content of a known size
   * @param others what to try where somebody was faster
   * @param ready what must hold once all was read, just before it is done
   * @return the file as Graph now has it
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} if the content has not as many bytes
   *     as it said; {@link ErrorKind#UNAVAILABLE} also if it can't be read; {@link
   *     ErrorKind#CONFLICT}
   */
  public Json send(Upload upload, Fingerprint content, OtherNames others, Runnable ready) {
    try (Source source = new Source(content)) {
      Window window = Window.growing(pacing.piece());
      boolean last = source.fill(window);
      if (last && window.count() <= MOST_AT_ONCE) {
        ready.run();
        return whole(upload, window.piece(window.count(), TYPE), content, others);
      }
      GraphUploads pieces = new GraphUploads(client, upload, others);
      try (LongUpload<Json> sending =
          new LongUpload<>(
              pieces, beginning(pieces, upload, content), source, window, pacing.pauses())) {
        return sending.send(ready);
      }
    }
  }

  private LongUpload.Beginning<Json> beginning(
      GraphUploads pieces, Upload upload, Fingerprint content) {
    return new LongUpload.Beginning<>() {
      @Override
      public URI begin(long size) {
        return pieces.begin(size);
      }

      @Override
      public Optional<Json> arrived() {
        return Uploads.this.arrived(upload, content);
      }
    };
  }

  /** In one request; under another name where that is taken by then. */
  private Json whole(Upload upload, Piece bytes, Fingerprint content, OtherNames others) {
    Upload sent = upload;
    while (true) {
      try {
        return once(sent, bytes, content);
      } catch (CloudException e) {
        Optional<String> name = e.kind() == ErrorKind.CONFLICT ? others.next() : Optional.empty();
        if (name.isEmpty()) {
          throw e;
        }
        sent = sent.named(name.get());
      }
    }
  }

  private Json once(Upload upload, Piece bytes, Fingerprint content) {
    return new Certainty(pacing.pauses())
        .ofNew(
            () -> GraphUploads.file(client.json(simple(upload, bytes))),
            () -> arrived(upload, content));
  }

  private Call simple(Upload upload, Piece bytes) {
    String path = upload.target() + "/content";
    Call call =
        Call.of(
                "PUT",
                upload.replaced() == null
                    ? client.at(path, "@microsoft.graph.conflictBehavior", upload.conflict())
                    : client.at(path))
            .with(bytes)
            .streaming();
    String etag = upload.ifMatch();
    return etag == null ? call : call.with("If-Match", etag);
  }

  private Optional<Json> arrived(Upload upload, Fingerprint content) {
    return lookup.apply(upload.target()).filter(content::isOf);
  }

  /** Begins one that can be gone on with by whoever has its address. */
  public URI begin(Upload upload, long size) {
    return new GraphUploads(client, upload, OtherNames.NONE).begin(size);
  }

  /** One that is gone on with, from a position on. */
  public PartUpload<Json> part(
      Upload upload, OtherNames others, URI address, long position, long size) {
    return new PartUpload<>(
        new GraphUploads(client, upload, others), pacing, address, position, size);
  }

  /** Sends a file of no bytes, which no session can be for. */
  public Json empty(Upload upload, OtherNames others) {
    Fingerprint nothing = new Fingerprint(new Nothing());
    return send(upload, nothing, others, () -> {});
  }

  /** Gives one up; gone already is done. */
  public void cancel(Upload upload, URI address) {
    new GraphUploads(client, upload, OtherNames.NONE).cancel(address);
  }

  /** Of what size all parts but the last must be a multiple. */
  public static int granularity() {
    return GraphUploads.GRANULARITY;
  }
}
