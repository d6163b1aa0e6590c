package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3RefusalTest {
  @ParameterizedTest
  @CsvSource({
    "404, NoSuchKey, NOT_FOUND",
    "404, NoSuchUpload, NOT_FOUND",
    "404, NoSuchBucket, MISCONFIGURED",
    "404, , NOT_FOUND",
    "403, AccessDenied, MISCONFIGURED",
    "403, InvalidAccessKeyId, MISCONFIGURED",
    "403, SignatureDoesNotMatch, MISCONFIGURED",
    "403, RequestTimeTooSkewed, MISCONFIGURED",
    "400, AuthorizationHeaderMalformed, MISCONFIGURED",
    "301, PermanentRedirect, MISCONFIGURED",
    "503, SlowDown, RATE_LIMITED",
    "503, SlowDownWrite, RATE_LIMITED",
    "503, ServiceUnavailable, UNAVAILABLE",
    "200, InternalError, UNAVAILABLE",
    "400, RequestTimeout, UNAVAILABLE",
    "409, OperationAborted, UNAVAILABLE",
    "409, ConditionalRequestConflict, CONFLICT",
    "412, PreconditionFailed, PRECONDITION_FAILED",
    "400, EntityTooLarge, TOO_LARGE",
    "507, XMinioStorageFull, QUOTA_EXCEEDED",
    "400, XMinioAdminBucketQuotaExceeded, QUOTA_EXCEEDED",
    "500, Unheard, UNAVAILABLE",
    "400, Unheard, PROTOCOL",
    "418, , PROTOCOL"
  })
  void answer_hasItsKind(int status, String code, ErrorKind kind) {
    assertThat(S3Refusal.of(status, code).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"NoSuchBucket, true", "'no such <bucket>', false", "canary 5ecret, false"})
  void codeInTheLog_isOneOrNothing(String code, boolean said) {
    assertThat(S3Fault.of(404, code).reason().contains(code)).isEqualTo(said);
  }
}
