package dev.davit.emulator.google.drive;

import java.util.List;
import java.util.Map;

/** The refusals that come up in more than one place. */
final class Refusals {
  private static final String FILE_ID = "fileId";

  private Refusals() {}

  /** What is not there, and what the caller may not see (guides/handle-errors, notFound). */
  static DriveError notFound(String id) {
    return DriveError.of(404, "notFound", "File not found: " + id + ".").at(FILE_ID);
  }

  static DriveError driveNotFound(String id) {
    return DriveError.of(404, "notFound", "Shared drive not found: " + id).at("driveId");
  }

  /** A value that can't be read (guides/handle-errors, badRequest). */
  static DriveError invalid(String parameter) {
    return DriveError.of(400, "invalid", "Invalid Value").at(parameter);
  }

  /** Of a body that is no JSON (guides/handle-errors, {@code parseError}). */
  static DriveError parseError() {
    return DriveError.of(400, "parseError", "Parse Error");
  }

  static DriveError badRequest(String message) {
    return DriveError.of(400, "badRequest", message);
  }

  static DriveError required(String parameter, String message) {
    return DriveError.of(400, "required", message).at(parameter);
  }

  /** guides/handle-errors, insufficientFilePermissions. */
  static DriveError permissions(String id) {
    return DriveError.of(
        403,
        "insufficientFilePermissions",
        "The user does not have sufficient permissions for file " + id + ".");
  }

  /** A field of the body that clients don't set. */
  static DriveError notWritable(String message) {
    return DriveError.of(403, "fieldNotWritable", message);
  }

  /** guides/handle-errors, storageQuotaExceeded. */
  static DriveError storageQuota() {
    return DriveError.of(
        403, "storageQuotaExceeded", "The user's Drive storage quota has been exceeded.");
  }

  /** A token without the scope of a method (google.rpc.ErrorInfo, error_reason.proto). */
  static DriveError scopes(String method) {
    return DriveError.of(403, "insufficientPermissions", "Insufficient Permission")
        .with("status", "PERMISSION_DENIED")
        .with(
            "details",
            List.of(
                Map.of(
                    "@type",
                    "type.googleapis.com/google.rpc.ErrorInfo",
                    "reason",
                    "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
                    "domain",
                    "googleapis.com",
                    "metadata",
                    Map.of("service", "drive.googleapis.com", "method", method))));
  }

  /** A parameter or field that there is not, as Google's front says it. */
  static DriveError unknown(String what, String name) {
    String message =
        "Invalid JSON payload received. Unknown name \"" + name + "\": Cannot " + what + ".";
    return badRequest(message).with("status", "INVALID_ARGUMENT");
  }
}
