package dev.davit.objectstore;

import dev.davit.outbound.transfer.Certainty;
import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Makes objects. Where an answer is lost it looks whose object is there: the tag tells, so that a
 * lost answer is neither a failure nor a conflict with oneself.
 */
final class S3Maker {
  private final S3Bucket bucket;
  private final Pauses pauses;

  S3Maker(S3Bucket bucket, Pauses pauses) {
    this.bucket = bucket;
    this.pauses = pauses;
  }

  /** Makes an object of nothing. */
  Stored empty(S3Target target) {
    return put(target, new byte[0], 0);
  }

  /**
   * Makes an object of bytes in memory.
   *
   * @param count how many of them
   * @return as the store has it
   */
  Stored put(S3Target target, byte[] bytes, int count) {
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(bucket.name())
            .key(target.key())
            .contentType(target.contentType())
            .metadata(Map.of(S3Bucket.TAG, target.tag()))
            .ifNoneMatch(target.ifNoneMatch())
            .ifMatch(target.ifMatch())
            .build();
    RequestBody body = body(bytes, count);
    return made(
        target,
        () -> {
          String etag = bucket.ask(s3 -> s3.putObject(request, body)).eTag();
          return Stored.of(target.key(), (long) count, etag, null);
        });
  }

  static RequestBody body(byte[] bytes, int count) {
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(bytes, 0, count), count, "application/octet-stream");
  }

  /**
   * Makes an object, and says what the store has then.
   *
   * @param step what makes it
   * @throws CloudException {@link ErrorKind#CONFLICT} and {@link ErrorKind#PRECONDITION_FAILED}
   *     only if somebody else's object is there
   */
  Stored made(S3Target target, Supplier<Stored> step) {
    return new Certainty(pauses).of(() -> tried(target, step), () -> ours(target));
  }

  private Stored tried(S3Target target, Supplier<Stored> step) {
    try {
      return step.get();
    } catch (CloudException e) {
      if (e.kind() != ErrorKind.PRECONDITION_FAILED && e.kind() != ErrorKind.NOT_FOUND) {
        throw e;
      }
      return ours(target).orElseThrow(() -> meant(target, e));
    }
  }

  /** What a condition that did not hold is to whoever set it. */
  private static CloudException meant(S3Target target, CloudException failure) {
    if (target.ifMatch() != null) {
      return S3Errors.changed();
    }
    return failure.kind() == ErrorKind.PRECONDITION_FAILED ? DiskErrors.taken() : failure;
  }

  private Optional<Stored> ours(S3Target target) {
    return bucket.find(target.key()).filter(found -> found.isOf(target.tag()));
  }

  /**
   * What was just made, with the time that the store has for it. It is made: what can't be learnt
   * of it now is left out.
   */
  Stored timed(Stored made) {
    if (made.modified() != null) {
      return made;
    }
    try {
      return bucket.find(made.key()).filter(now -> now.etag().equals(made.etag())).orElse(made);
    } catch (CloudException e) {
      return made;
    }
  }
}
