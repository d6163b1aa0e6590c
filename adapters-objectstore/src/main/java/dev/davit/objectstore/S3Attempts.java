package dev.davit.objectstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.Optional;

/**
 * Which upload in parts belongs to which attempt: the store lists uploads, but not their tags. Each
 * has a small object of this adapter's while it goes on, under a key that no entry has.
 */
final class S3Attempts {
  private static final String FOLDER = S3Names.OWN + "uploads/";

  private final S3Bucket bucket;
  private final S3Maker maker;
  private final S3Parts parts;

  S3Attempts(S3Bucket bucket, S3Maker maker, Pauses pauses) {
    this.bucket = bucket;
    this.maker = maker;
    this.parts = new S3Parts(bucket, maker, pauses);
  }

  /** Begins an upload in parts that can be found by its tag. */
  String begin(S3Target target) {
    String upload = parts.begin(target);
    try {
      byte[] note = (upload + "\n" + target.key()).getBytes(UTF_8);
      maker.put(
          new S3Target(note(target.tag()), target.tag(), null, null, false), note, note.length);
      return upload;
    } catch (CloudException e) {
      abandon(target, upload);
      throw e;
    }
  }

  /** Whether an upload has not come to its end. */
  boolean isOpen(String tag) {
    return bucket.find(note(tag)).isPresent();
  }

  /** Forgets an upload that has come to its end. */
  void forget(String tag) {
    bucket.delete(note(tag));
  }

  /** Gives an upload up after a failure, as far as can be: {@link #clear} finds what is left. */
  void abandon(S3Target target, String upload) {
    parts.abandon(target.key(), upload);
    try {
      forget(target.tag());
    } catch (CloudException e) {
      // It names an upload that is no more.
    }
  }

  /**
   * Gives up what an attempt has begun.
   *
   * @return whether there was anything unfinished
   */
  boolean clear(String tag) {
    Optional<String> note = read(note(tag));
    if (note.isEmpty()) {
      return false;
    }
    String[] upload = note.get().split("\n", 2);
    boolean unfinished = upload.length == 2 && parts.abort(upload[1], upload[0]);
    forget(tag);
    return unfinished;
  }

  private Optional<String> read(String key) {
    try {
      return Optional.of(
          bucket
              .ask(s3 -> s3.getObjectAsBytes(r -> r.bucket(bucket.name()).key(key)))
              .asUtf8String());
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static String note(String tag) {
    return FOLDER + tag;
  }
}
