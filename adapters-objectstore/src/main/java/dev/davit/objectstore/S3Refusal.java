package dev.davit.objectstore;

import dev.davit.ports.ErrorKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal means (Amazon S3 API reference, error responses; MinIO's own begin with XMinio).
 *
 * @param kind for callers; {@link ErrorKind#INVALID_REQUEST} only of a range
 * @param message for whoever must act
 */
record S3Refusal(ErrorKind kind, String message) {
  private static final S3Refusal GONE = of(ErrorKind.NOT_FOUND, DiskErrors.NO_SUCH_ENTRY);
  private static final S3Refusal NO_BUCKET =
      of(ErrorKind.MISCONFIGURED, "The S3 bucket of this service does not exist.");
  private static final S3Refusal KEY_REFUSED =
      of(
          ErrorKind.MISCONFIGURED,
          "The S3 store refuses this service's access key or secret key, or the region they are"
              + " used for.");
  private static final S3Refusal DENIED =
      of(
          ErrorKind.MISCONFIGURED,
          "The S3 store does not let this service's key do what it must in its bucket.");
  private static final S3Refusal CLOCK =
      of(
          ErrorKind.MISCONFIGURED,
          "The clock of this server and that of the S3 store are too far apart.");
  private static final S3Refusal ELSEWHERE =
      of(ErrorKind.MISCONFIGURED, "The S3 bucket is in another region or at another address.");
  private static final S3Refusal CHANGED =
      of(ErrorKind.PRECONDITION_FAILED, "The file changed since you last saw it.");
  private static final S3Refusal AT_ONCE =
      of(ErrorKind.CONFLICT, "There is something of that name already.");
  private static final S3Refusal RANGE = of(ErrorKind.INVALID_REQUEST, "");
  private static final S3Refusal TOO_LARGE =
      of(ErrorKind.TOO_LARGE, "The file is larger than the S3 store takes.");
  private static final S3Refusal FULL = of(ErrorKind.QUOTA_EXCEEDED, "The storage is full.");
  private static final S3Refusal LOCKED = of(ErrorKind.LOCKED, "The file is locked.");
  private static final S3Refusal SLOWER =
      of(ErrorKind.RATE_LIMITED, "The S3 store asks for fewer requests.");
  private static final S3Refusal AWAY =
      of(ErrorKind.UNAVAILABLE, "The S3 store can't answer at the moment.");
  private static final S3Refusal SENSELESS =
      of(ErrorKind.PROTOCOL, "The S3 store's answer made no sense.");

  private static final Set<String> KEYS =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "AuthorizationHeaderMalformed",
          "InvalidToken",
          "ExpiredToken",
          "NotSignedUp",
          "InvalidSecurity");

  private static S3Refusal of(ErrorKind kind, String message) {
    return new S3Refusal(kind, message);
  }

  static S3Refusal of(int status, @Nullable String code) {
    S3Refusal known = code == null ? null : ofCode(code);
    return known == null ? ofStatus(status) : known;
  }

  private static @Nullable S3Refusal ofCode(String code) {
    if (KEYS.contains(code)) {
      return KEY_REFUSED;
    }
    return switch (code) {
      case "NoSuchKey", "NoSuchUpload" -> GONE;
      case "NoSuchBucket", "InvalidBucketName" -> NO_BUCKET;
      case "AccessDenied", "AllAccessDisabled", "AccountProblem" -> DENIED;
      case "RequestTimeTooSkewed" -> CLOCK;
      case "PermanentRedirect", "TemporaryRedirect", "IllegalLocationConstraintException" ->
          ELSEWHERE;
      case "PreconditionFailed" -> CHANGED;
      case "ConditionalRequestConflict" -> AT_ONCE;
      case "InvalidRange" -> RANGE;
      case "EntityTooLarge" -> TOO_LARGE;
      case "QuotaExceeded", "XMinioStorageFull", "XMinioAdminBucketQuotaExceeded" -> FULL;
      case "SlowDown", "SlowDownRead", "SlowDownWrite", "TooManyRequests", "Throttling" -> SLOWER;
      case "InternalError", "ServiceUnavailable", "RequestTimeout", "OperationAborted" -> AWAY;
      default -> null;
    };
  }

  private static S3Refusal ofStatus(int status) {
    return switch (status) {
      case 401 -> KEY_REFUSED;
      case 403 -> DENIED;
      case 404 -> GONE;
      case 409 -> AT_ONCE;
      case 412 -> CHANGED;
      case 413 -> TOO_LARGE;
      case 416 -> RANGE;
      case 423 -> LOCKED;
      case 429 -> SLOWER;
      case 507 -> FULL;
      case 301, 302, 307, 308 -> ELSEWHERE;
      default -> status >= 500 ? AWAY : SENSELESS;
    };
  }

  /** Whether the same request may succeed later. */
  boolean mayPass() {
    return switch (kind) {
      case RATE_LIMITED, UNAVAILABLE, LOCKED -> true;
      default -> false;
    };
  }
}
