package dev.davit.webdav.internal.storage;

import dev.davit.outbound.transfer.FileBody;
import dev.davit.outbound.transfer.Span;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.EntryId;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.dav.Values;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Call;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Faults;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Opens files. A server that sends the whole although a part was asked for is read up to that; one
 * that sends another part is asked for the whole.
 */
final class Reads {
  private static final String RANGE = "Range";

  private final DavClient client;
  private final Propfind propfind;
  private final Paths paths;

  Reads(DavClient client, Propfind propfind, Paths paths) {
    this.client = client;
    this.propfind = propfind;
    this.paths = paths;
  }

  Download read(EntryId id, @Nullable ByteRange range) {
    DavPath path = paths.checked(id, 'G');
    if (path.folder()) {
      propfind.ofItsKind(path);
      throw isFolder();
    }
    Span span = span(path, range);
    Call whole = Call.of("GET", path).streaming();
    Download part = span == null ? null : open(whole.with(RANGE, span.header()), span);
    Download download = part == null ? open(whole, span) : part;
    if (download == null) {
      throw Faults.protocol(new IOException("a part was sent although the whole was asked for"));
    }
    return download;
  }

  /** Null if it is another part than was asked for. */
  private @Nullable Download open(Call call, @Nullable Span span) {
    Answer answer = client.send(call);
    Download download = null;
    try {
      download = download(answer, call, span);
      return download;
    } finally {
      if (download == null) {
        answer.close();
      }
    }
  }

  /** The bytes asked for; null for all. The last ones are counted from the file's known size. */
  private @Nullable Span span(DavPath path, @Nullable ByteRange range) {
    if (range instanceof ByteRange.Last last) {
      return tail(propfind.get(path), last.length());
    }
    return range == null ? null : Span.of(range);
  }

  private static Span tail(Found file, long length) {
    Long size = file.resource().size();
    if (file.isFolder()) {
      throw isFolder();
    }
    if (size == null) {
      throw Faults.protocol(null);
    }
    return new Span(Math.max(0, size - length), null, null);
  }

  private static @Nullable Download download(Answer answer, Call call, @Nullable Span wanted) {
    if (answer.target().path().endsWith("/")) {
      throw isFolder();
    }
    if (!FileBody.isUncoded(answer.header("Content-Encoding"))) {
      throw Faults.protocol(new IOException("the body is encoded, which was not asked for"));
    }
    FileBody body = body(answer);
    return switch (answer.status()) {
      case 200 -> wanted == null ? body.whole() : body.cut(wanted, Faults::of);
      case 206 ->
          wanted != null && call.headers().containsKey(RANGE)
              ? body.part(answer.header("Content-Range"), wanted)
              : null;
      default -> throw Propfind.fault(answer, call.path());
    };
  }

  private static FileBody body(Answer answer) {
    return new FileBody(
        answer.body(),
        answer.length(),
        answer::close,
        Values.etag(answer.header("ETag")),
        Values.contentType(answer.header("Content-Type")));
  }

  private static CloudException isFolder() {
    return new CloudException(ErrorKind.INVALID_REQUEST, "A folder has no content to read.");
  }
}
