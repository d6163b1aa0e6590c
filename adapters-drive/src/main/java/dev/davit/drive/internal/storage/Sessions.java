package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.upload.Mishaps;
import dev.davit.drive.internal.upload.Upload;
import dev.davit.drive.internal.upload.Uploads;
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
import org.jspecify.annotations.Nullable;

/**
 * Resumable uploads that go on after a restart, for a week. How far one is, is what Google says.
 * The last part makes the file; finishing looks that it is the only one of its name. Nobody can
 * find a session without its state: one that is lost is forgotten by Google, and never seen.
 */
final class Sessions implements UploadSessions {
  private final Writing writing;
  private final Tools tools;

  Sessions(Desk desk) {
    this.writing = new Writing(desk);
    this.tools = Tools.of(desk);
  }

  @Override
  public State begin(
      WriteAttempt attempt, long size, @Nullable String contentType, ConflictPolicy conflict) {
    if (size < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
    String name = Names.checked(attempt.name());
    Destination to =
        tools
            .destinations()
            .find(Destinations.Wish.of(attempt.folder(), name, conflict, attempt.tag()));
    Upload upload = writing.upload(to, attempt, contentType);
    URI address = tools.uploads().begin(upload, size);
    return at(
        new SessionToken(
            new Secret(address.toString()), upload, to.folder().drive(), conflict, size),
        0);
  }

  @Override
  public State append(State state, InputStream part, long length) {
    SessionToken token = SessionToken.of(state);
    return at(token, position(token, upload(token, state.position()).send(part, length)));
  }

  @Override
  public State where(State state) {
    SessionToken token = SessionToken.of(state);
    // Asking how much of nothing has arrived would be saying that all has.
    return token.size() == 0 ? at(token, 0) : at(token, position(token, asked(token)));
  }

  private static long position(SessionToken token, Progress<File> progress) {
    if (progress instanceof Progress.More<File> more) {
      return more.position();
    }
    if (progress instanceof Progress.Done<File>) {
      return token.size();
    }
    throw Mishaps.gone();
  }

  @Override
  public Entry finish(State state) {
    SessionToken token = SessionToken.of(state);
    Progress<File> progress = token.size() == 0 ? upload(token, 0).sendNothing() : asked(token);
    if (progress instanceof Progress.More<File>) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "Not all parts of the file have arrived yet.");
    }
    File file = progress instanceof Progress.Done<File> done ? done.file() : arrived(token);
    return token.upload().replaces()
        ? writing.seen(file)
        : writing.alone(file, token.destination(), token.upload().tag());
  }

  private File arrived(SessionToken token) {
    return tools
        .uploads()
        .arrived(token.upload())
        .filter(file -> !Boolean.TRUE.equals(file.getTrashed()))
        .orElseThrow(Mishaps::gone);
  }

  @Override
  public void cancel(State state) {
    tools.uploads().cancel(address(SessionToken.of(state)));
  }

  private Progress<File> asked(SessionToken token) {
    return upload(token, 0).where();
  }

  private PartUpload<File> upload(SessionToken token, long position) {
    return tools.uploads().part(address(token), position, token.size());
  }

  /** Checked each time: whoever could change a state could send a credential elsewhere. */
  private URI address(SessionToken token) {
    Uploads uploads = tools.uploads();
    return uploads.trusted(token.address().reveal());
  }

  private State at(SessionToken token, long position) {
    return new State(token.write(), position, tools.uploads().granularity());
  }
}
