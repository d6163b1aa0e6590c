package dev.davit.objectstore;

import dev.davit.outbound.transfer.FileBody;
import dev.davit.outbound.transfer.Span;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Reads files, whole or in part: each with one answer, so that no body is of two versions. */
final class S3Reader {
  private static final int PARTIAL = 206;

  private final S3Bucket bucket;
  private final S3Places places;

  S3Reader(S3Bucket bucket, S3Places places) {
    this.bucket = bucket;
    this.places = places;
  }

  Download read(EntryPath path, @Nullable ByteRange range) {
    if (path.isFolder()) {
      places.requireFolder(path);
      throw new CloudException(ErrorKind.INVALID_REQUEST, "This is a folder, not a file.");
    }
    GetObjectRequest.Builder request =
        GetObjectRequest.builder().bucket(bucket.name()).key(S3Names.key(path));
    if (range instanceof ByteRange.Last) {
      // Not every store takes a suffix that is longer than the file.
      Stored file = places.file(path);
      return part(request.ifMatch(file.etag()), Span.of(range, file.size()));
    }
    return range == null ? whole(request) : part(request, Span.of(range));
  }

  private Download whole(GetObjectRequest.Builder request) {
    ResponseInputStream<GetObjectResponse> answer = answer(request);
    return body(answer).whole();
  }

  private Download part(GetObjectRequest.Builder request, Span wanted) {
    ResponseInputStream<GetObjectResponse> answer = answer(request.range(wanted.header()));
    boolean done = false;
    try {
      Download download = cut(answer, wanted);
      done = true;
      return download;
    } finally {
      if (!done) {
        answer.abort();
      }
    }
  }

  private static Download cut(ResponseInputStream<GetObjectResponse> answer, Span wanted) {
    FileBody body = body(answer);
    if (answer.response().sdkHttpResponse().statusCode() != PARTIAL) {
      return body.cut(wanted, S3Errors::unavailable);
    }
    Download part = body.part(answer.response().contentRange(), wanted);
    if (part == null) {
      throw S3Errors.senseless();
    }
    return part;
  }

  private static FileBody body(ResponseInputStream<GetObjectResponse> answer) {
    GetObjectResponse head = answer.response();
    return new FileBody(
        answer, head.contentLength(), answer::abort, Stored.etag(head.eTag()), head.contentType());
  }

  private ResponseInputStream<GetObjectResponse> answer(GetObjectRequest.Builder request) {
    return bucket.ask(s3 -> s3.getObject(request.build()));
  }
}
