package dev.davit.objectstore;

import dev.davit.outbound.transfer.Patience;
import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * Objects made of parts (Amazon S3 User Guide, multipart upload): nothing of one can be seen until
 * it is completed. A part may be sent again, and takes the place of itself.
 */
final class S3Parts {
  /** The most parts that one object is made of. */
  static final int MOST = 10_000;

  private final S3Bucket bucket;
  private final S3Maker maker;
  private final Pauses pauses;

  S3Parts(S3Bucket bucket, S3Maker maker, Pauses pauses) {
    this.bucket = bucket;
    this.maker = maker;
    this.pauses = pauses;
  }

  /** How large the parts of a file of that size must be, if they are to be that large at least. */
  static long partSize(long size, long least) {
    long wanted = Math.max(least, (size + MOST - 1) / MOST);
    return (wanted + least - 1) / least * least;
  }

  /** Begins; answers the upload's id. */
  String begin(S3Target target) {
    String id =
        patiently(
            () ->
                bucket
                    .ask(
                        s3 ->
                            s3.createMultipartUpload(
                                r ->
                                    r.bucket(bucket.name())
                                        .key(target.key())
                                        .contentType(target.contentType())
                                        .metadata(Map.of(S3Bucket.TAG, target.tag()))))
                    .uploadId());
    if (id == null) {
      throw S3Errors.senseless();
    }
    return id;
  }

  /** Sends a part; answers its etag. */
  String send(String key, String upload, int number, byte[] bytes, int count) {
    RequestBody body = S3Maker.body(bytes, count);
    return patiently(
        () ->
            Stored.etag(
                bucket
                    .ask(
                        s3 ->
                            s3.uploadPart(
                                r ->
                                    r.bucket(bucket.name())
                                        .key(key)
                                        .uploadId(upload)
                                        .partNumber(number),
                                body))
                    .eTag()));
  }

  /** Does what may be done twice, again after failures that pass. */
  <T> T patiently(Supplier<T> step) {
    Patience patience = new Patience(pauses);
    while (true) {
      try {
        return step.get();
      } catch (CloudException e) {
        patience.after(e);
      }
    }
  }

  /**
   * The parts that have arrived, in order.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if there is no such upload any more
   */
  List<Part> arrived(String key, String upload) {
    List<Part> parts = new ArrayList<>();
    Integer after = null;
    do {
      Integer marker = after;
      ListPartsResponse page =
          bucket.ask(
              s3 ->
                  s3.listParts(
                      r ->
                          r.bucket(bucket.name())
                              .key(key)
                              .uploadId(upload)
                              .partNumberMarker(marker)));
      if (page.uploadId() == null) {
        throw S3Errors.senseless();
      }
      parts.addAll(page.parts());
      after = Boolean.TRUE.equals(page.isTruncated()) ? page.nextPartNumberMarker() : null;
    } while (after != null && parts.size() < MOST);
    return parts;
  }

  /**
   * Makes the object seen.
   *
   * @param etags of all parts, in order
   */
  Stored complete(S3Target target, String upload, List<String> etags, long size) {
    List<CompletedPart> parts = new ArrayList<>(etags.size());
    for (String etag : etags) {
      int number = parts.size() + 1;
      parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
    }
    CompletedMultipartUpload all = CompletedMultipartUpload.builder().parts(parts).build();
    return maker.made(
        target,
        () -> {
          String etag =
              bucket
                  .ask(
                      s3 ->
                          s3.completeMultipartUpload(
                              r ->
                                  r.bucket(bucket.name())
                                      .key(target.key())
                                      .uploadId(upload)
                                      .multipartUpload(all)
                                      .ifNoneMatch(target.ifNoneMatch())
                                      .ifMatch(target.ifMatch())))
                  .eTag();
          return Stored.of(target.key(), size, etag, null);
        });
  }

  /**
   * Gives an upload up.
   *
   * @return false if there was none any more
   */
  boolean abort(String key, String upload) {
    try {
      bucket.ask(
          s3 -> s3.abortMultipartUpload(r -> r.bucket(bucket.name()).key(key).uploadId(upload)));
      return true;
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  /** Gives an upload up after a failure, as far as can be. */
  void abandon(String key, String upload) {
    try {
      abort(key, upload);
    } catch (CloudException e) {
      // Nobody sees it, and the bucket's lifecycle rule ends it.
    }
  }
}
