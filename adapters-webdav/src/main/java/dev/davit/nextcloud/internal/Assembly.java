package dev.davit.nextcloud.internal;

import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Call;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.storage.Found;
import dev.davit.webdav.internal.storage.Moves;
import dev.davit.webdav.internal.storage.Names;
import dev.davit.webdav.internal.storage.Propfind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has the server make a file of chunks. That may take longer than any gateway waits: then it is
 * never asked again, but looked whether the file has come and the chunks have gone.
 */
final class Assembly implements Moves {
  /** In seconds; about five minutes together. */
  private static final List<Integer> WAITS =
      List.of(1, 1, 2, 4, 8, 15, 15, 15, 30, 30, 30, 30, 30, 30, 30, 30);

  /** A file that is only locked is not waited for that long. */
  private static final int LOCKED_WAITS = 5;

  private final Chunks chunks;
  private final Propfind files;
  private final UploadPlan plan;
  private final @Nullable String sha256;
  private final Pauses pauses;
  private boolean undecided;

  /**
   * An assembly of all chunks of a plan.
   *
   * @param sha256 of the file in hex, which the server keeps for whoever reads it; null if unknown
   */
  Assembly(Chunks chunks, Propfind files, UploadPlan plan, @Nullable String sha256, Pauses pauses) {
    this.chunks = chunks;
    this.files = files;
    this.plan = plan;
    this.sha256 = sha256;
    this.pauses = pauses;
  }

  /** Whether the server may still be at work although {@link #move} has failed. */
  boolean isUndecided() {
    return undecided;
  }

  @Override
  public boolean move(DavPath from, DavPath to, boolean overwrite) {
    try {
      return once(from, to, overwrite);
    } catch (CloudException e) {
      undecided = Faults.isUndecided(e) || e.kind() == ErrorKind.LOCKED;
      if (!undecided) {
        throw e;
      }
      return await(to, e);
    }
  }

  private boolean once(DavPath from, DavPath to, boolean overwrite) {
    try (Answer answer = chunks.client().send(call(from, to, overwrite))) {
      return switch (answer.status()) {
        case 201, 204 -> true;
        case 412 -> taken(answer, overwrite);
        case 400, 414, 422 -> throw Names.impossible();
        case 404 -> throw Chunks.gone();
        case 409 -> throw Propfind.missing();
        default -> throw Faults.of(answer);
      };
    }
  }

  private Call call(DavPath from, DavPath to, boolean overwrite) {
    Call call =
        Call.of("MOVE", from)
            .to(to)
            .with("Overwrite", overwrite ? "T" : "F")
            .with(Chunks.TOTAL, Long.toString(plan.size()));
    return sha256 == null ? call : call.with("OC-Checksum", "SHA256:" + sha256);
  }

  private static boolean taken(Answer answer, boolean overwrite) {
    if (overwrite) {
      throw Faults.of(answer);
    }
    return false;
  }

  private boolean await(DavPath to, CloudException reason) {
    int most = reason.kind() == ErrorKind.LOCKED ? LOCKED_WAITS : WAITS.size();
    for (int seconds : WAITS.subList(0, most)) {
      pauses.pause(Duration.ofSeconds(seconds));
      Optional<Boolean> arrived = look(to);
      if (arrived.isPresent()) {
        undecided = false;
        if (arrived.get()) {
          return true;
        }
        throw Chunks.gone();
      }
    }
    undecided = reason.kind() != ErrorKind.LOCKED;
    throw reason;
  }

  /** Whether the file is there; nothing as long as the chunks are, or the server can't say. */
  private Optional<Boolean> look(DavPath to) {
    try {
      boolean there = isWhole(to);
      if (chunks.propfind().find(plan.folder()).isPresent()) {
        return Optional.empty();
      }
      return Optional.of(there || isWhole(to));
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.UNAVAILABLE || e.kind() == ErrorKind.LOCKED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private boolean isWhole(DavPath to) {
    return files.find(to).filter(this::isWhole).isPresent();
  }

  private boolean isWhole(Found found) {
    Long size = found.resource().size();
    return !found.isFolder() && (size == null || size == plan.size());
  }
}
