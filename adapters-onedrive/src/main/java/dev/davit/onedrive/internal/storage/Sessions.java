package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Json;
import dev.davit.onedrive.internal.upload.Mishaps;
import dev.davit.onedrive.internal.upload.OtherNames;
import dev.davit.onedrive.internal.upload.Upload;
import dev.davit.onedrive.internal.upload.Uploads;
import dev.davit.outbound.transfer.PartUpload;
import dev.davit.outbound.transfer.Progress;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.WriteAttempt;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Upload sessions that go on after a restart, for as long as Microsoft keeps them: some days after
 * the last part. How far one is, is what Microsoft says. The last part makes the file. Nobody can
 * find a session without its state: one that is lost is forgotten, and never seen.
 */
final class Sessions implements UploadSessions {
  private final Tools tools;
  private final Writing writing;

  Sessions(Tools tools) {
    this.tools = tools;
    this.writing = new Writing(tools);
  }

  @Override
  public State begin(
      WriteAttempt attempt, long size, @Nullable String contentType, ConflictPolicy conflict) {
    if (size < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
    Destination to = writing.destination(attempt, conflict, null);
    Upload upload = Writing.upload(to, conflict, null);
    Json old = to.replaced();
    String address = size == 0 ? "" : tools.uploads().begin(upload, size).toString();
    return at(
        new SessionToken(
            new Secret(address),
            upload,
            old == null ? null : Entries.etag(old),
            conflict,
            attempt.tag(),
            size,
            null),
        0);
  }

  @Override
  public State append(State state, InputStream part, long length) {
    SessionToken token = SessionToken.of(state);
    if (token.size() == 0 && length == 0) {
      return state;
    }
    try {
      return at(token, part(token, state.position()).send(part, length));
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.CONFLICT) {
        giveUp(token, e);
      }
      throw e;
    }
  }

  /** What came meanwhile keeps its name, and nobody else could go on with this. */
  private void giveUp(SessionToken token, CloudException because) {
    try {
      tools.uploads().cancel(token.upload(), address(token));
    } catch (CloudException e) {
      because.addSuppressed(e);
    }
  }

  @Override
  public State where(State state) {
    SessionToken token = SessionToken.of(state);
    if (token.file() != null) {
      return at(token, token.size());
    }
    return token.size() == 0 ? at(token, 0) : at(token, part(token, 0).where());
  }

  private State at(SessionToken token, Progress<Json> progress) {
    if (progress instanceof Progress.More<Json> more) {
      return at(token, more.position());
    }
    Json file =
        progress instanceof Progress.Done<Json> done
            ? writing.whole(done.file(), new Spot(token.upload().folder()))
            : arrived(token).orElseThrow(Mishaps::gone);
    return at(token.with(Entries.id(file).entryId()), token.size());
  }

  /** The file, if it is there with as many bytes as it should, and newer than what it replaces. */
  private Optional<Json> arrived(SessionToken token) {
    return tools
        .siblings()
        .at(new Spot(token.upload().target()))
        .filter(Entries::isFile)
        .filter(file -> Long.valueOf(token.size()).equals(file.number("size")))
        .filter(file -> token.before() == null || !token.before().equals(Entries.etag(file)));
  }

  @Override
  public Entry finish(State state) {
    SessionToken token = SessionToken.of(state);
    if (token.file() != null) {
      return Entries.of(tools.items().get(ItemId.of(token.file())));
    }
    if (token.size() == 0) {
      return Entries.of(
          arrived(token)
              .orElseGet(() -> writing.whole(empty(token), new Spot(token.upload().folder()))));
    }
    Progress<Json> progress = part(token, 0).where();
    if (progress instanceof Progress.More<Json>) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "Not all parts of the file have arrived yet.");
    }
    return Entries.of(arrived(token).orElseThrow(Mishaps::gone));
  }

  private Json empty(SessionToken token) {
    return tools.uploads().empty(token.upload(), others(token));
  }

  @Override
  public void cancel(State state) {
    SessionToken token = SessionToken.of(state);
    if (token.size() > 0) {
      tools.uploads().cancel(token.upload(), address(token));
    }
  }

  private PartUpload<Json> part(SessionToken token, long position) {
    return tools
        .uploads()
        .part(token.upload(), others(token), address(token), position, token.size());
  }

  private OtherNames others(SessionToken token) {
    Upload upload = token.upload();
    return token.policy() == ConflictPolicy.RENAME
        ? tools.siblings().others(new Spot(upload.folder()), upload.name(), token.mark())
        : OtherNames.NONE;
  }

  /** Checked each time: whoever could change a state could send bytes elsewhere. */
  private URI address(SessionToken token) {
    return tools.client().endpoints().bare(token.address().reveal());
  }

  private static State at(SessionToken token, long position) {
    return new State(token.write(), position, Uploads.granularity());
  }
}
