package dev.davit.objectstore;

import dev.davit.outbound.transfer.Source;
import dev.davit.outbound.transfer.Window;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes files. A content is read once, into memory, as much as a part at a time: what fits is sent
 * at once, more in parts. So what was read can be sent again, and the content never is.
 */
final class S3Writer {
  private final S3Bucket bucket;
  private final S3Places places;
  private final S3Maker maker;
  private final S3Parts parts;
  private final S3Attempts attempts;
  private final int part;

  S3Writer(S3Bucket bucket, S3Places places, S3Patience patience) {
    this.bucket = bucket;
    this.places = places;
    this.part = patience.pacing().piece();
    maker = new S3Maker(bucket, patience.pacing().pauses());
    parts = new S3Parts(bucket, maker, patience.pacing().pauses());
    attempts = new S3Attempts(bucket, maker, patience.pacing().pauses());
  }

  Entry createFolder(EntryId parent, String name) {
    EntryPath into = S3Names.path(parent);
    EntryPath path = S3Names.child(into, name, Kind.FOLDER);
    places.requireFolder(into);
    places.free(path, ConflictPolicy.FAIL);
    maker.empty(S3Target.folder(path, UUID.randomUUID().toString()));
    return Stored.folder(path);
  }

  Entry write(WriteRequest request) {
    WriteAttempt attempt = request.attempt();
    EntryPath folder = S3Names.path(attempt.folder());
    EntryPath wanted = S3Names.child(folder, attempt.name(), Kind.FILE);
    places.requireFolder(folder);
    EntryPath path = places.free(wanted, request.conflict());
    places.requireMatch(path, request.ifMatch());
    requireSendable(request.content());
    try (Source source = new Source(request.content())) {
      Window window = Window.growing(size(source.size()));
      return source.fill(window)
          ? atOnce(request, path, wanted, window)
          : entry(path, inParts(target(request, path), source, window));
    }
  }

  private static S3Target target(WriteRequest request, EntryPath path) {
    return S3Target.of(path, request.attempt().tag(), request.contentType(), request.conflict())
        .matching(request.ifMatch());
  }

  /** What is in memory can be sent under another name, should somebody have been faster. */
  private Entry atOnce(WriteRequest request, EntryPath first, EntryPath wanted, Window window) {
    EntryPath path = first;
    while (true) {
      try {
        return entry(path, maker.put(target(request, path), bytes(window), window.count()));
      } catch (CloudException e) {
        if (e.kind() != ErrorKind.CONFLICT || request.conflict() != ConflictPolicy.RENAME) {
          throw e;
        }
        path = places.free(wanted, request.conflict());
      }
    }
  }

  private Entry entry(EntryPath path, Stored stored) {
    return maker.timed(stored).entry(path);
  }

  private Stored inParts(S3Target target, Source source, Window window) {
    String upload = attempts.begin(target);
    boolean done = false;
    try {
      List<String> etags = new ArrayList<>();
      boolean last = false;
      while (!last) {
        etags.add(sent(target, upload, etags.size() + 1, window));
        window.advance(window.end());
        last = source.fill(window);
      }
      long size = window.end();
      etags.add(sent(target, upload, etags.size() + 1, window));
      Stored stored = parts.complete(target, upload, etags, size);
      done = true;
      forgetQuietly(target.tag());
      return stored;
    } finally {
      if (!done) {
        attempts.abandon(target, upload);
      }
    }
  }

  private String sent(S3Target target, String upload, int number, Window window) {
    if (number > S3Parts.MOST) {
      throw tooLarge();
    }
    return parts.send(target.key(), upload, number, bytes(window), window.count());
  }

  private void forgetQuietly(String tag) {
    try {
      attempts.forget(tag);
    } catch (CloudException e) {
      // It names an upload that is no more, and goes with the next recovery of this attempt.
    }
  }

  private static byte[] bytes(Window window) {
    return window.piece(window.count(), "").bytes();
  }

  private int size(long content) {
    return content < 0 ? part : Math.toIntExact(S3Parts.partSize(content, part));
  }

  private void requireSendable(Content content) {
    if (content.size().orElse(0) / S3Parts.MOST > Integer.MAX_VALUE / 2) {
      throw tooLarge();
    }
  }

  private static CloudException tooLarge() {
    return new CloudException(ErrorKind.TOO_LARGE, "The file is larger than the S3 store takes.");
  }

  Optional<Entry> recover(WriteAttempt attempt) {
    EntryPath folder = S3Names.path(attempt.folder());
    boolean unfinished = attempts.clear(attempt.tag());
    if (!S3Names.isUsable(attempt.name()) || !places.isFolder(folder)) {
      return Optional.empty();
    }
    EntryPath path = folder.child(attempt.name(), Kind.FILE);
    if (!path.isAddressable()) {
      return Optional.empty();
    }
    return bucket
        .findSurely(S3Names.key(path))
        .filter(found -> !unfinished || found.isOf(attempt.tag()))
        .map(found -> found.entry(path));
  }
}
