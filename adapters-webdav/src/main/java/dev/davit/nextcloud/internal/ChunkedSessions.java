package dev.davit.nextcloud.internal;

import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.storage.Found;
import dev.davit.webdav.internal.storage.Landing;
import dev.davit.webdav.internal.storage.Names;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Uploads whose chunks stay at the server from one start of this side to the next, for 24 hours
 * after the last one came. How far an upload is, is what the server says: chunks that broke off
 * don't count.
 */
final class ChunkedSessions implements UploadSessions {
  private final Chunks chunks;
  private final Arrival arrival;
  private final Pauses pauses;

  ChunkedSessions(Chunks chunks, Arrival arrival, Pauses pauses) {
    this.chunks = chunks;
    this.arrival = arrival;
    this.pauses = pauses;
  }

  @Override
  public State begin(
      WriteAttempt attempt, long size, @Nullable String contentType, ConflictPolicy conflict) {
    UploadPlan.chunkSize(size);
    Arrival.Aim aim = arrival.aim(attempt, conflict, null);
    SessionToken token =
        new SessionToken(
            attempt.tag(),
            attempt.folder(),
            aim.landing().name(),
            size,
            aim.landing().policy() == ConflictPolicy.REPLACE,
            aim.before());
    chunks.open(UploadPlan.of(attempt.tag(), aim.path(), size));
    return at(token, 0);
  }

  @Override
  public State append(State state, InputStream part, long length) {
    SessionToken token = token(state);
    UploadPlan plan = plan(token, arrival.paths().of(token.folder()).as(true));
    long end = state.position() + length;
    if (length < 0
        || end > token.size()
        || (length % plan.chunkSize() != 0 && end != token.size())) {
      throw new IllegalArgumentException("not a part of this upload");
    }
    for (long position = state.position(); position < end; position += plan.chunkSize()) {
      chunks.put(plan, position, part);
    }
    return at(token, end);
  }

  @Override
  public State where(State state) {
    SessionToken token = token(state);
    return at(token, chunks.arrived(plan(token, DavPath.ROOT)).orElseThrow(Chunks::gone));
  }

  @Override
  public Entry finish(State state) {
    SessionToken token = token(state);
    Landing landing = landing(token);
    UploadPlan plan = UploadPlan.of(token.tag(), landing.wanted(), token.size());
    OptionalLong arrived = chunks.arrived(plan);
    if (arrived.isEmpty()) {
      return finished(token, landing).entry();
    }
    if (arrived.getAsLong() < token.size()) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "Not all parts of the file have arrived yet.");
    }
    return token.size() == 0
        ? finishEmpty(token, landing, plan)
        : arrival
            .land(landing, plan, new Assembly(chunks, arrival.propfind(), plan, null, pauses))
            .entry();
  }

  private Entry finishEmpty(SessionToken token, Landing landing, UploadPlan plan) {
    Found found = arrival.landEmpty(new Arrival.Aim(landing, token.before()));
    chunks.remove(plan);
    return found.entry();
  }

  /** What an earlier call has made of the chunks; never what was there before. */
  private Found finished(SessionToken token, Landing landing) {
    return arrival
        .propfind()
        .find(landing.wanted())
        .filter(found -> isOurs(found, token))
        .orElseThrow(Chunks::gone);
  }

  private static boolean isOurs(Found found, SessionToken token) {
    Long size = found.resource().size();
    String etag = found.resource().etag();
    return !found.isFolder()
        && size != null
        && size == token.size()
        && (token.before() == null || !token.before().equals(etag));
  }

  @Override
  public void cancel(State state) {
    chunks.remove(plan(token(state), DavPath.ROOT));
  }

  private Landing landing(SessionToken token) {
    return new Landing(
        arrival.paths().folder(token.folder()),
        token.name(),
        false,
        token.replaces() ? ConflictPolicy.REPLACE : ConflictPolicy.FAIL,
        null,
        token.tag());
  }

  private static UploadPlan plan(SessionToken token, DavPath folder) {
    return UploadPlan.of(token.tag(), Names.child(folder, token.name(), false), token.size());
  }

  private static SessionToken token(State state) {
    return SessionToken.read(state.token()).orElseThrow(Chunks::gone);
  }

  private static State at(SessionToken token, long position) {
    return new State(token.write(), position, UploadPlan.chunkSize(token.size()));
  }
}
