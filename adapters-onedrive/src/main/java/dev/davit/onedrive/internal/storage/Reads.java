package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Answer;
import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.outbound.transfer.FileBody;
import dev.davit.outbound.transfer.Span;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.EntryId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Opens files. How long one is, only its bytes tell: the size that Graph has of an Office file is
 * another. A whole that is sent although a part was asked for is read up to that.
 */
final class Reads {
  private final Items items;
  private final Downloads downloads;

  Reads(GraphClient client, Items items) {
    this.items = items;
    this.downloads = new Downloads(client);
  }

  Download read(EntryId id, @Nullable ByteRange range) {
    if (id.equals(EntryId.ROOT)) {
      throw isFolder();
    }
    Json file = items.content(id);
    requireFile(file);
    ItemId where = ItemId.of(id).content();
    return open(where, file, range == null ? null : span(where, range));
  }

  private static void requireFile(Json item) {
    if (Entries.isFolder(item)) {
      throw isFolder();
    }
    if (Entries.isPackage(item)) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "This can't be read as a file. Open it at Microsoft.");
    }
  }

  private Span span(ItemId file, ByteRange range) {
    return range instanceof ByteRange.Last ? Span.of(range, size(file)) : Span.of(range);
  }

  /** As the bytes have it, asked by the first of them. */
  private long size(ItemId file) {
    Span first = new Span(0, 0L, null);
    try (Answer answer = downloads.open(file, first)) {
      Span sent = Span.sent(answer.header("Content-Range"), answer.length());
      Long size = answer.status() == 206 && sent != null ? sent.size() : null;
      Long whole = answer.status() == 200 ? answer.length() : size;
      if (whole == null) {
        throw Faults.protocol(new IOException("a file that does not say how long it is"));
      }
      return whole;
    }
  }

  private Download open(ItemId where, Json file, @Nullable Span wanted) {
    Answer answer = downloads.open(where, wanted);
    boolean opened = false;
    try {
      Download download = download(file, answer, wanted);
      opened = true;
      return download;
    } finally {
      if (!opened) {
        answer.close();
      }
    }
  }

  private static Download download(Json file, Answer answer, @Nullable Span wanted) {
    if (!FileBody.isUncoded(answer.header("Content-Encoding"))) {
      throw Faults.protocol(new IOException("the body is encoded, which was not asked for"));
    }
    FileBody body =
        new FileBody(
            answer.body(),
            answer.length(),
            answer::close,
            Entries.etag(file),
            Entries.contentType(file));
    if (answer.status() == 200) {
      return wanted == null ? body.whole() : body.cut(wanted, Faults::of);
    }
    Download part =
        answer.status() == 206 && wanted != null
            ? body.part(answer.header("Content-Range"), wanted)
            : null;
    if (part == null) {
      throw Faults.protocol(new IOException("another part was sent than was asked for"));
    }
    return part;
  }

  private static CloudException isFolder() {
    return new CloudException(ErrorKind.INVALID_REQUEST, "A folder has no content to read.");
  }
}
