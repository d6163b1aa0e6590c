package dev.davit.objectstore;

import dev.davit.outbound.transfer.RetryAfter;
import dev.davit.outbound.transfer.Span;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.io.IOException;
import java.time.Duration;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Says what an answer of the store means: by its code, else by its status, never by its text. */
final class S3Errors {
  private static final String SENSELESS = "The S3 store's answer made no sense.";
  private static final int OK = 200;

  private S3Errors() {}

  static CloudException of(SdkException failure) {
    if (failure instanceof AwsServiceException refused) {
      return refused(refused);
    }
    return isOfTheLine(failure)
        ? unavailable(failure)
        : new CloudException(ErrorKind.PROTOCOL, SENSELESS, failure);
  }

  /** What was refused within an answer: for each of several keys. */
  static CloudException of(@Nullable String code) {
    S3Refusal refusal = S3Refusal.of(OK, code);
    return new CloudException(refusal.kind(), refusal.message(), S3Fault.of(OK, code));
  }

  private static CloudException refused(AwsServiceException failure) {
    String code = failure.awsErrorDetails() == null ? null : failure.awsErrorDetails().errorCode();
    int status = failure.statusCode();
    S3Refusal refusal = S3Refusal.of(status, code);
    if (refusal.kind() == ErrorKind.INVALID_REQUEST) {
      return Span.outside();
    }
    return new CloudException(
        refusal.kind(),
        refusal.message(),
        Hints.NONE,
        refusal.mayPass() ? wait(failure) : null,
        S3Fault.of(status, code));
  }

  private static @Nullable Duration wait(AwsServiceException failure) {
    SdkHttpResponse head =
        failure.awsErrorDetails() == null ? null : failure.awsErrorDetails().sdkHttpResponse();
    return head == null
        ? null
        : RetryAfter.of(
            head.firstMatchingHeader("Retry-After").orElse(null),
            head.firstMatchingHeader("Date").orElse(null));
  }

  private static boolean isOfTheLine(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof IOException || cause instanceof ApiCallTimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof XMLStreamException xml && xml.getNestedException() != null
        ? xml.getNestedException()
        : failure.getCause();
  }

  /** The line failed, at whichever end. */
  static CloudException unavailable(Throwable cause) {
    return new CloudException(
        ErrorKind.UNAVAILABLE, "The S3 store is out of reach at the moment.", cause);
  }

  /** An answer that no S3 store gives. */
  static CloudException senseless() {
    return new CloudException(ErrorKind.PROTOCOL, SENSELESS);
  }

  static CloudException changed() {
    return new CloudException(
        ErrorKind.PRECONDITION_FAILED, "The file changed since you last saw it.");
  }
}
