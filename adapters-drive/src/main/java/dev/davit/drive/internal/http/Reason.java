package dev.davit.drive.internal.http;

import dev.davit.ports.ErrorKind;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code error.errors[0].reason} tells beyond the status (Google: "Resolve errors", Drive
 * API). A reason that is not here is judged by its status.
 */
enum Reason {
  RATE("rateLimitExceeded", ErrorKind.RATE_LIMITED, Words.SLOW_DOWN),
  USER_RATE("userRateLimitExceeded", ErrorKind.RATE_LIMITED, Words.SLOW_DOWN),
  SHARING_RATE("sharingRateLimitExceeded", ErrorKind.RATE_LIMITED, Words.SLOW_DOWN),
  DAILY(
      "dailyLimitExceeded",
      ErrorKind.RATE_LIMITED,
      "This application has used up what Google lets it do in a day. Try again tomorrow."),
  STORAGE("storageQuotaExceeded", ErrorKind.QUOTA_EXCEEDED, "The Google storage is full."),
  SHARED_DRIVE_FULL(
      "teamDriveFileLimitExceeded",
      ErrorKind.QUOTA_EXCEEDED,
      "The shared drive has as many files as Google allows."),
  FOLDER_FULL(
      "numChildrenInNonRootLimitExceeded",
      ErrorKind.QUOTA_EXCEEDED,
      "The folder has as many entries as Google allows."),
  TOO_MANY_FILES(
      "activeItemCreationLimitExceeded",
      ErrorKind.QUOTA_EXCEEDED,
      "The account has as many files as Google allows."),
  TOO_DEEP(
      "myDriveHierarchyDepthLimitExceeded",
      ErrorKind.INVALID_REQUEST,
      "Google allows no folder as deep as that."),
  SHARED_DRIVE_TOO_DEEP(
      "teamDriveHierarchyTooDeep",
      ErrorKind.INVALID_REQUEST,
      "Google allows no folder as deep as that."),
  FILE_PERMISSION("insufficientFilePermissions", ErrorKind.PROVIDER_DENIED, Words.NOT_THIS_USER),
  NOT_THIS_APP(
      "appNotAuthorizedToFile",
      ErrorKind.PROVIDER_DENIED,
      "The user has not opened this file to this application."),
  DOMAIN(
      "domainPolicy",
      ErrorKind.PROVIDER_DENIED,
      "The user's organisation does not let applications use Google Drive."),
  SCOPE(
      "insufficientPermissions",
      ErrorKind.PROVIDER_DENIED,
      "This connection lacks Google's permission for that. If this server connects Drives for"
          + " reading only, it can't be had; else connect Google Drive again and allow it."),
  DOWNLOADS(
      "downloadQuotaExceeded",
      ErrorKind.PROVIDER_DENIED,
      "The file was downloaded too often of late. Google lets it be read again in a day or so."),
  ABUSIVE(
      "cannotDownloadAbusiveFile",
      ErrorKind.PROVIDER_DENIED,
      "Google holds this file to be malware or spam. Its owner can still get it at Google."),
  NOT_DOWNLOADABLE("fileNotDownloadable", ErrorKind.INVALID_REQUEST, Words.NO_FILE),
  NOT_EXPORTABLE("fileNotExportable", ErrorKind.INVALID_REQUEST, Words.NO_FILE),
  NO_EXPORT("cannotExportFile", ErrorKind.PROVIDER_DENIED, Words.NO_DOWNLOAD),
  NO_DOWNLOAD("cannotDownloadFile", ErrorKind.PROVIDER_DENIED, Words.NO_DOWNLOAD),
  API_OFF(
      "accessNotConfigured",
      ErrorKind.MISCONFIGURED,
      "The Drive API is not switched on for this server's project at Google."),
  EXPORT_SIZE(
      "exportSizeLimitExceeded",
      ErrorKind.TOO_LARGE,
      "Google exports no document of more than 10 MB. It can be downloaded at Google."),
  ID_TAKEN("fileIdInUse", ErrorKind.CONFLICT, "Something there stands in the way.");

  private static final Map<String, Reason> BY_WORD =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(one -> one.word, one -> one));

  private final String word;
  private final ErrorKind kind;
  private final String message;

  Reason(String word, ErrorKind kind, String message) {
    this.word = word;
    this.kind = kind;
    this.message = message;
  }

  static @Nullable Reason of(@Nullable String word) {
    return word == null ? null : BY_WORD.get(word);
  }

  String word() {
    return word;
  }

  ErrorKind kind() {
    return kind;
  }

  String message() {
    return message;
  }
}
