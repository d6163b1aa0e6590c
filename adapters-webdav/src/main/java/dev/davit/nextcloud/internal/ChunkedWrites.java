package dev.davit.nextcloud.internal;

import dev.davit.outbound.transfer.Pauses;
import dev.davit.outbound.transfer.Payload;
import dev.davit.outbound.transfer.PayloadException;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.storage.Found;
import dev.davit.webdav.internal.storage.Names;
import dev.davit.webdav.internal.storage.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes files chunk by chunk, each read once. */
final class ChunkedWrites {
  private final Chunks chunks;
  private final Arrival arrival;
  private final Pauses pauses;
  private final Path spool;

  ChunkedWrites(Chunks chunks, Arrival arrival, Pauses pauses, Path spool) {
    this.chunks = chunks;
    this.arrival = arrival;
    this.pauses = pauses;
    this.spool = spool;
  }

  Entry write(WriteRequest request) {
    WriteAttempt attempt = request.attempt();
    Arrival.Aim aim = arrival.aim(attempt, request.conflict(), request.ifMatch());
    try (Upload upload = Upload.of(request.content(), request.contentType(), spool)) {
      if (upload.length() == 0) {
        requireEmpty(upload);
        return arrival.landEmpty(aim).entry();
      }
      return place(upload, aim, UploadPlan.of(attempt.tag(), aim.path(), upload.length())).entry();
    }
  }

  private static void requireEmpty(Payload content) {
    try (InputStream in = content.open()) {
      if (in.read() >= 0) {
        throw PayloadException.wrongLength().told();
      }
    } catch (IOException e) {
      throw PayloadException.unreadable(e).told();
    }
  }

  private Found place(Upload upload, Arrival.Aim aim, UploadPlan plan) {
    chunks.open(plan);
    @Nullable Assembly assembly = null;
    try {
      assembly = new Assembly(chunks, arrival.propfind(), plan, send(upload, plan), pauses);
      return arrival.land(aim.landing(), plan, assembly);
    } catch (CloudException e) {
      throw assembly != null && assembly.isUndecided() ? e : Faults.clearer(e, discard(plan, e));
    } catch (RuntimeException | Error e) {
      discard(plan, e);
      throw e;
    }
  }

  /** Sends all chunks; answers the SHA-256 of the file. */
  private String send(Upload upload, UploadPlan plan) {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(upload.open(), digest)) {
      for (long position = 0; position < plan.size(); position += plan.chunkSize()) {
        chunks.put(plan, position, in);
      }
      if (in.read() >= 0) {
        throw PayloadException.wrongLength().told();
      }
    } catch (IOException e) {
      throw PayloadException.unreadable(e).told();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private @Nullable CloudException discard(UploadPlan plan, Throwable because) {
    try {
      chunks.remove(plan);
      return null;
    } catch (CloudException e) {
      because.addSuppressed(e);
      return e;
    }
  }

  Optional<Entry> recover(WriteAttempt attempt) {
    if (chunks.remove(UploadPlan.of(attempt.tag(), DavPath.ROOT, 0))) {
      return Optional.empty();
    }
    try {
      DavPath folder = arrival.paths().folder(attempt.folder());
      return arrival
          .propfind()
          .find(Names.child(folder, attempt.name(), false))
          .filter(found -> !found.isFolder())
          .map(Found::entry);
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND || e.kind() == ErrorKind.INVALID_REQUEST) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
