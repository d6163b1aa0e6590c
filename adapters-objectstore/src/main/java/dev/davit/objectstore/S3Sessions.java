package dev.davit.objectstore;

import dev.davit.outbound.transfer.PayloadException;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.WriteAttempt;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Part;

/** Uploads that survive a restart. How far one is, the store knows: it lists the parts. */
final class S3Sessions implements UploadSessions {
  private final S3Bucket bucket;
  private final S3Places places;
  private final S3Maker maker;
  private final S3Parts parts;
  private final S3Attempts attempts;
  private final int least;

  S3Sessions(S3Bucket bucket, S3Places places, S3Patience patience) {
    this.bucket = bucket;
    this.places = places;
    least = patience.pacing().piece();
    maker = new S3Maker(bucket, patience.pacing().pauses());
    parts = new S3Parts(bucket, maker, patience.pacing().pauses());
    attempts = new S3Attempts(bucket, maker, patience.pacing().pauses());
  }

  @Override
  public State begin(
      WriteAttempt attempt, long size, @Nullable String contentType, ConflictPolicy conflict) {
    EntryPath folder = S3Names.path(attempt.folder());
    EntryPath wanted = S3Names.child(folder, attempt.name(), Kind.FILE);
    places.requireFolder(folder);
    EntryPath path = places.free(wanted, conflict);
    S3Target target = S3Target.of(path, attempt.tag(), contentType, conflict);
    String upload = attempts.begin(target);
    long part = S3Parts.partSize(size, least);
    return new S3Token(path, upload, size, part, attempt.tag(), target.onlyNew()).at(0);
  }

  @Override
  public State append(State state, InputStream part, long length) {
    S3Token token = S3Token.of(state);
    long end = state.position() + length;
    boolean whole = length % token.part() == 0 || end == token.size();
    if (length < 0 || end > token.size() || !whole || state.position() % token.part() != 0) {
      throw new IllegalArgumentException("not a part of this upload");
    }
    byte[] buffer = new byte[Math.toIntExact(Math.min(token.part(), length))];
    for (long at = state.position(); at < end; at += token.part()) {
      int count = (int) Math.min(token.part(), end - at);
      fill(buffer, count, part);
      int number = Math.toIntExact(at / token.part()) + 1;
      parts.send(S3Names.key(token.path()), token.upload(), number, buffer, count);
    }
    return token.at(end);
  }

  private static void fill(byte[] buffer, int count, InputStream in) {
    try {
      if (in.readNBytes(buffer, 0, count) < count) {
        throw PayloadException.wrongLength();
      }
    } catch (PayloadException e) {
      throw e.told();
    } catch (IOException e) {
      throw PayloadException.unreadable(e).told();
    }
  }

  @Override
  public State where(State state) {
    S3Token token = S3Token.of(state);
    return orFinished(
        token, () -> token.at(position(token, arrived(token))), done -> token.at(token.size()));
  }

  @Override
  public Entry finish(State state) {
    S3Token token = S3Token.of(state);
    return orFinished(token, () -> completed(token), done -> done.entry(token.path()));
  }

  private Entry completed(S3Token token) {
    List<Part> arrived = arrived(token);
    if (position(token, arrived) != token.size()) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "Not all parts of the upload have arrived yet.");
    }
    S3Target target = token.target();
    Stored stored;
    if (token.size() == 0) {
      // No object has no parts.
      stored = maker.empty(target);
      attempts.abandon(target, token.upload());
    } else {
      List<String> etags = arrived.stream().map(Part::eTag).toList();
      stored = parts.complete(target, token.upload(), etags, token.size());
      attempts.forget(token.tag());
    }
    return maker.timed(stored).entry(token.path());
  }

  @Override
  public void cancel(State state) {
    S3Token token = S3Token.of(state);
    parts.abort(S3Names.key(token.path()), token.upload());
    attempts.forget(token.tag());
  }

  /** Not every store says of an upload that is no more that it is not there. */
  private List<Part> arrived(S3Token token) {
    List<Part> arrived =
        parts.patiently(() -> parts.arrived(S3Names.key(token.path()), token.upload()));
    if (arrived.isEmpty() && !attempts.isOpen(token.tag())) {
      throw DiskErrors.noSuchEntry();
    }
    return arrived;
  }

  /** How much is there from the first byte on, without a gap. */
  private static long position(S3Token token, List<Part> arrived) {
    long position = 0;
    int number = 1;
    for (Part part : arrived) {
      boolean next = part.partNumber() == number && part.size() == token.lengthOf(number);
      if (!next) {
        return position;
      }
      position += part.size();
      number++;
    }
    return position;
  }

  /** What a file that is there says. */
  private interface Finished<T> {
    T of(Stored file);
  }

  private <T> T orFinished(S3Token token, Supplier<T> step, Finished<T> finished) {
    try {
      return step.get();
    } catch (CloudException e) {
      if (e.kind() != ErrorKind.NOT_FOUND) {
        throw e;
      }
      Optional<Stored> there =
          bucket.find(S3Names.key(token.path())).filter(file -> file.isOf(token.tag()));
      return there.map(finished::of).orElseThrow(() -> e);
    }
  }
}
