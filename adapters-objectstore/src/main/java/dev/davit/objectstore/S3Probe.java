package dev.davit.objectstore;

import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.time.Duration;
import java.util.UUID;

/** Tries what this adapter needs of a store, so that the operator hears of it at start. */
final class S3Probe {
  /** Readiness is asked for often, and by who does not wait. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private final S3Bucket bucket;
  private final S3Maker maker;

  S3Probe(S3Bucket bucket, Pauses pauses) {
    this.bucket = bucket;
    this.maker = new S3Maker(bucket, pauses);
  }

  /** Looks into the bucket, for 5 seconds at the most. */
  void look() {
    bucket.list(bucket.listing("", 1).overrideConfiguration(o -> o.apiCallTimeout(SOON)).build());
  }

  /** Makes an object, sees that a second one does not take its place, and removes it. */
  void write() {
    String key = S3Names.OWN + "probe-" + UUID.randomUUID();
    maker.empty(new S3Target(key, "first", null, null, true));
    try {
      maker.empty(new S3Target(key, "second", null, null, true));
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.CONFLICT) {
        bucket.delete(key);
        return;
      }
      throw e;
    }
    bucket.delete(key);
    throw new CloudException(
        ErrorKind.MISCONFIGURED,
        "The S3 store does not keep to If-None-Match, without which two writers could take each"
            + " other's place: it can't be used.");
  }
}
