package dev.davit.objectstore;

import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;

/** What the library says of a line that breaks, in this house's words. */
final class S3BucketTest {
  private final S3Client client =
      new S3Client() {
        @Override
        public String serviceName() {
          return "s3";
        }

        @Override
        public void close() {}
      };

  @Test
  void ask_answerThatBreaksOff_isUnavailable() {
    S3Bucket bucket = new S3Bucket(client, "bucket");
    Fixture.assertKind(
        ErrorKind.UNAVAILABLE,
        () ->
            bucket.ask(
                s3 -> {
                  throw new UncheckedIOException(new IOException("closed"));
                }));
    Fixture.assertKind(
        ErrorKind.UNAVAILABLE,
        () ->
            bucket.ask(
                s3 -> {
                  throw SdkClientException.create("cut", new IOException("reset"));
                }));
  }
}
