package dev.davit.onedrive.internal.http;

import dev.davit.ports.ErrorKind;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code error.code} and the codes inside it tell beyond the status (Microsoft Graph: "Error
 * resource type" and "Error responses"). A code that is not here is judged by its status.
 */
public enum Reason {
  ACCESS_DENIED("accessDenied", ErrorKind.PROVIDER_DENIED, Words.NOT_THIS_USER),
  ACCESS_RESTRICTED("accessRestricted", ErrorKind.PROVIDER_DENIED, Words.NOT_THIS_USER),
  NOT_ALLOWED("notAllowed", ErrorKind.PROVIDER_DENIED, Words.NOT_THIS_USER),
  SCOPE(
      "Authorization_RequestDenied",
      ErrorKind.PROVIDER_DENIED,
      "This connection lacks Microsoft's permission for that. If this server connects OneDrives for"
          + " reading only, it can't be had; else connect OneDrive again and allow it."),
  MALWARE("malwareDetected", ErrorKind.PROVIDER_DENIED, Words.MALWARE),
  VIRUS("virusSuspicious", ErrorKind.PROVIDER_DENIED, Words.MALWARE),
  ITEM_NOT_FOUND("itemNotFound", ErrorKind.NOT_FOUND, Words.NOT_THERE),
  NAME_EXISTS("nameAlreadyExists", ErrorKind.CONFLICT, Words.IN_THE_WAY),
  MODIFIED("resourceModified", ErrorKind.PRECONDITION_FAILED, Words.CHANGED),
  ETAG("entityTagDoesNotMatch", ErrorKind.PRECONDITION_FAILED, Words.CHANGED),
  RANGE("invalidRange", ErrorKind.INVALID_REQUEST, Words.NO_RANGE),
  LOCKED("resourceLocked", ErrorKind.LOCKED, Words.LOCKED),
  LOCK_MISMATCH("lockMismatch", ErrorKind.LOCKED, Words.LOCKED),
  LOCK_OWNER("lockOwnerMismatch", ErrorKind.LOCKED, Words.LOCKED),
  ACTIVITY_LIMIT("activityLimitReached", ErrorKind.RATE_LIMITED, Words.SLOW_DOWN),
  TOO_MANY_REQUESTS("TooManyRequests", ErrorKind.RATE_LIMITED, Words.SLOW_DOWN),
  THROTTLED("throttledRequest", ErrorKind.RATE_LIMITED, Words.SLOW_DOWN),
  NOT_AVAILABLE("serviceNotAvailable", ErrorKind.UNAVAILABLE, Words.NOT_NOW),
  READ_ONLY("serviceReadOnly", ErrorKind.UNAVAILABLE, Words.NOT_NOW),
  PROVISIONING("resourceBeingProvisioned", ErrorKind.UNAVAILABLE, Words.NOT_NOW),
  QUOTA("quotaLimitReached", ErrorKind.QUOTA_EXCEEDED, Words.FULL),
  INSUFFICIENT("insufficientStorage", ErrorKind.QUOTA_EXCEEDED, Words.FULL),
  CHILDREN("childItemCountExceeded", ErrorKind.QUOTA_EXCEEDED, Words.TOO_MANY),
  DOCUMENTS("maxDocumentCountExceeded", ErrorKind.QUOTA_EXCEEDED, Words.TOO_MANY),
  FOLDERS("maxFolderCountExceeded", ErrorKind.QUOTA_EXCEEDED, Words.TOO_MANY),
  ITEMS("maxItemCountExceeded", ErrorKind.QUOTA_EXCEEDED, Words.TOO_MANY),
  FILE_SIZE("maxFileSizeExceeded", ErrorKind.TOO_LARGE, Words.TOO_LARGE),
  STREAM_SIZE("maxStreamSizeExceeded", ErrorKind.TOO_LARGE, Words.TOO_LARGE),
  PATH_LONG("pathIsTooLong", ErrorKind.INVALID_REQUEST, Words.PATH),
  PATH_DEEP("pathTooDeep", ErrorKind.INVALID_REQUEST, Words.PATH),
  NOT_SUPPORTED("notSupported", ErrorKind.UNSUPPORTED, Words.NOT_DONE),
  NOT_IMPLEMENTED("notImplemented", ErrorKind.UNSUPPORTED, Words.NOT_DONE);

  private static final Map<String, Reason> BY_CODE =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(one -> one.code, one -> one));

  private final String code;
  private final ErrorKind kind;
  private final String message;

  Reason(String code, ErrorKind kind, String message) {
    this.code = code;
    this.kind = kind;
    this.message = message;
  }

  static @Nullable Reason of(@Nullable String code) {
    return code == null ? null : BY_CODE.get(code);
  }

  String code() {
    return code;
  }

  ErrorKind kind() {
    return kind;
  }

  String message() {
    return message;
  }
}
