package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.http.Answer;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.drive.internal.http.Faults;
import dev.davit.drive.internal.http.Words;
import dev.davit.outbound.transfer.Call;
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
 * Opens files. What can't be downloaded is refused before it is tried. A whole that is sent
 * although a part was asked for is read up to that.
 */
final class Reads {
  private static final String RANGE = "Range";

  private final DriveClient client;
  private final Files files;

  Reads(DriveClient client, Files files) {
    this.client = client;
    this.files = files;
  }

  Download read(EntryId id, @Nullable ByteRange range) {
    if (id.equals(EntryId.ROOT) || id.equals(DriveId.SHARED_DRIVES) || DriveId.of(id).isDrive()) {
      throw isFolder();
    }
    File file = files.content(id);
    if (Entries.isFolder(file)) {
      throw isFolder();
    }
    File.Capabilities may = file.getCapabilities();
    if (may != null && Boolean.FALSE.equals(may.getCanDownload())) {
      throw new CloudException(ErrorKind.PROVIDER_DENIED, Words.NO_DOWNLOAD);
    }
    return Native.is(file.getMimeType()) ? exported(file, range) : media(file, range);
  }

  private Download media(File file, @Nullable ByteRange range) {
    Call call = client.media(drive -> drive.files().get(file.getId()).setSupportsAllDrives(true));
    Span span = range == null ? null : Span.of(range, required(file.getSize()));
    return open(file, span == null ? call : call.with(RANGE, span.header()), span);
  }

  /** An export is never a part. */
  private Download exported(File file, @Nullable ByteRange range) {
    Native export = Native.export(file.getMimeType());
    if (export == null) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, Words.NO_FILE);
    }
    Call call =
        client.call(drive -> drive.files().export(file.getId(), export.contentType())).streaming();
    if (range instanceof ByteRange.Last last) {
      return Tail.of(open(file, call, null), last);
    }
    return open(file, call, range == null ? null : Span.of(range));
  }

  private Download open(File file, Call call, @Nullable Span span) {
    Answer answer = client.send(call);
    boolean opened = false;
    try {
      Download download = download(file, answer, call, span);
      opened = true;
      return download;
    } finally {
      if (!opened) {
        answer.close();
      }
    }
  }

  private static Download download(File file, Answer answer, Call call, @Nullable Span wanted) {
    if (!FileBody.isUncoded(DriveClient.succeeded(answer).header("Content-Encoding"))) {
      throw Faults.protocol(new IOException("the body is encoded, which was not asked for"));
    }
    FileBody body = body(file, answer);
    if (answer.status() == 206 && call.headers().containsKey(RANGE) && wanted != null) {
      return part(body, answer, wanted);
    }
    if (answer.status() != 200) {
      throw Faults.protocol(new IOException("a part was sent although the whole was asked for"));
    }
    return wanted == null ? body.whole() : body.cut(wanted, Faults::of);
  }

  private static FileBody body(File file, Answer answer) {
    return new FileBody(
        answer.body(),
        answer.length(),
        answer::close,
        Entries.etag(file),
        Entries.contentType(file.getMimeType()));
  }

  private static Download part(FileBody body, Answer answer, Span wanted) {
    Download part = body.part(answer.header("Content-Range"), wanted);
    if (part == null) {
      throw Faults.protocol(new IOException("another part was sent than was asked for"));
    }
    return part;
  }

  private static long required(@Nullable Long size) {
    if (size == null) {
      throw Faults.protocol(new IOException("a file of bytes without a size"));
    }
    return size;
  }

  private static CloudException isFolder() {
    return new CloudException(ErrorKind.INVALID_REQUEST, "A folder has no content to read.");
  }
}
