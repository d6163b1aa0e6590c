package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.MetadataDirective;

/**
 * Copies objects within the store: exactly the version that was seen. What must not replace
 * anything is copied by parts, on completing which every store knows conditions.
 */
final class S3Copier {
  /** The most that is copied by one request: S3 takes 5 GiB, but more takes long. */
  private static final long AT_ONCE = 1L << 30;

  private final S3Bucket bucket;
  private final S3Maker maker;
  private final S3Parts parts;

  S3Copier(S3Bucket bucket, S3Patience patience) {
    this.bucket = bucket;
    maker = new S3Maker(bucket, patience.pacing().pauses());
    parts = new S3Parts(bucket, maker, patience.pacing().pauses());
  }

  /**
   * Copies an object; answers the copy once the store says that it is there, whole. One that fails
   * leaves nothing that was not there, as far as can be.
   */
  Stored copy(Stored source, S3Target target) {
    Stored copy = made(source, target);
    try {
      return seen(copy, source.size());
    } catch (CloudException e) {
      if (target.onlyNew()) {
        bucket.deleteQuietly(target.key(), e);
      }
      throw e;
    }
  }

  private Stored seen(Stored copy, long size) {
    Stored seen = parts.patiently(() -> bucket.find(copy.key()).orElseThrow(S3Errors::senseless));
    if (seen.size() != size) {
      throw S3Errors.senseless();
    }
    return seen;
  }

  private Stored made(Stored source, S3Target target) {
    if (source.size() == 0) {
      return maker.empty(target);
    }
    return target.onlyNew() || source.size() > AT_ONCE
        ? inParts(source, target)
        : maker.made(target, () -> atOnce(source, target));
  }

  private Stored atOnce(Stored source, S3Target target) {
    String etag =
        bucket
            .ask(
                s3 ->
                    s3.copyObject(
                        r ->
                            r.sourceBucket(bucket.name())
                                .sourceKey(source.key())
                                .copySourceIfMatch(source.etag())
                                .destinationBucket(bucket.name())
                                .destinationKey(target.key())
                                .metadataDirective(MetadataDirective.REPLACE)
                                .contentType(target.contentType())
                                .metadata(Map.of(S3Bucket.TAG, target.tag()))))
            .copyObjectResult()
            .eTag();
    return Stored.of(target.key(), source.size(), etag, null);
  }

  private Stored inParts(Stored source, S3Target target) {
    String upload = parts.begin(target);
    boolean done = false;
    try {
      List<String> etags = new ArrayList<>();
      long size = S3Parts.partSize(source.size(), AT_ONCE);
      for (long first = 0; first < source.size(); first += size) {
        long last = Math.min(first + size, source.size()) - 1;
        etags.add(part(source, target.key(), upload, etags.size() + 1, first, last));
      }
      Stored copy = parts.complete(target, upload, etags, source.size());
      done = true;
      return copy;
    } finally {
      if (!done) {
        parts.abandon(target.key(), upload);
      }
    }
  }

  private String part(Stored source, String key, String upload, int number, long first, long last) {
    return parts.patiently(
        () ->
            Stored.etag(
                bucket
                    .ask(
                        s3 ->
                            s3.uploadPartCopy(
                                r ->
                                    r.sourceBucket(bucket.name())
                                        .sourceKey(source.key())
                                        .copySourceIfMatch(source.etag())
                                        .copySourceRange("bytes=" + first + "-" + last)
                                        .destinationBucket(bucket.name())
                                        .destinationKey(key)
                                        .uploadId(upload)
                                        .partNumber(number)))
                    .copyPartResult()
                    .eTag()));
  }
}
