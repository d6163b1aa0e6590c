package dev.davit.emulator.google.drive;

import static dev.davit.emulator.google.drive.Api.FILES;
import static dev.davit.emulator.google.drive.Api.encoded;

import java.util.stream.Stream;

/** Requests that read and are refused, one for each rule. */
final class BrokenReads {
  private BrokenReads() {}

  static Stream<Broken> all() {
    return Stream.of(access(), lists(), queries(), reads(), exports()).flatMap(rows -> rows);
  }

  private static Stream<Broken> access() {
    return Stream.of(
        new Broken("no token", "GET " + FILES, 401, "required").as("none"),
        new Broken("a stale token", "GET " + FILES, 401, "authError").as("stale"),
        new Broken("a scope that does not write", "POST " + FILES, 403, "insufficientPermissions")
            .with("{}")
            .as("drive.readonly"),
        new Broken(
                "metadata only",
                "GET " + FILES + "/{FILE}?alt=media",
                403,
                "insufficientPermissions")
            .as("drive.metadata.readonly"),
        new Broken(
                "shared drives by drive.file",
                "GET /drive/v3/drives",
                403,
                "insufficientPermissions")
            .as("drive.file"),
        new Broken("root by drive.file", "GET " + FILES + "/root", 404, "notFound")
            .as("drive.file"),
        new Broken("not its own by drive.file", "GET " + FILES + "/{FILE}", 404, "notFound")
            .as("drive.file"),
        new Broken("nobody's file", "GET " + FILES + "/1nobody", 404, "notFound"),
        new Broken("another's file", "GET " + FILES + "/{OTHERS}", 404, "notFound"),
        new Broken("shared drives unheard of", "GET " + FILES + "/{TEAM}", 404, "notFound"),
        new Broken(
            "a parameter that there is not", "GET " + FILES + "?pagesize=1", 400, "badRequest"),
        new Broken(
            "a parameter of another method", "GET " + FILES + "/{FILE}?q=x", 400, "badRequest"),
        new Broken("a flag that is none", "GET " + FILES + "?supportsAllDrives=1", 400, "invalid"),
        new Broken("a path that there is not", "GET /drive/v3/nothing", 404, ""),
        new Broken("PUT of a file", "PUT " + FILES + "/{FILE}", 404, ""),
        new Broken("an override of a GET", "GET " + FILES + "/1x", 404, "notFound")
            .header("X-HTTP-Method-Override", "DELETE"));
  }

  private static Stream<Broken> lists() {
    return Stream.of(
        new Broken("no page size", "GET " + FILES + "?pageSize=0", 400, "invalidParameter"),
        new Broken("too large pages", "GET " + FILES + "?pageSize=1001", 400, "invalidParameter"),
        new Broken("a page token made up", "GET " + FILES + "?pageToken=x", 400, "invalid"),
        new Broken("an unknown order", "GET " + FILES + "?orderBy=size", 400, "invalid"),
        new Broken(
            "an order of a text search",
            "GET " + FILES + "?orderBy=name&q=" + encoded("fullText contains 'x'"),
            400,
            "badRequest"),
        new Broken("an unknown field", "GET " + FILES + "?fields=items", 400, "invalidParameter"),
        new Broken(
            "a field in the wrong place", "GET " + FILES + "?fields=name", 400, "invalidParameter"),
        new Broken(
            "an unknown inner field",
            "GET " + FILES + "?fields=files(etag)",
            400,
            "invalidParameter"),
        new Broken(
            "brackets left open", "GET " + FILES + "?fields=files(id", 400, "invalidParameter"),
        new Broken(
            "a field of no object", "GET " + FILES + "?fields=kind/x", 400, "invalidParameter"),
        new Broken(
            "no drive of a drive",
            "GET " + FILES + "?corpora=drive",
            403,
            "teamDriveIdRequiresTeamDriveCorpora"),
        new Broken(
            "a drive of a user",
            "GET " + FILES + "?driveId={DRIVE}",
            403,
            "teamDriveIdRequiresTeamDriveCorpora"),
        new Broken(
            "a drive without its files",
            "GET " + FILES + "?corpora=drive&driveId={DRIVE}&supportsAllDrives=true",
            403,
            "teamDriveIncludeItemsRequired"),
        new Broken(
            "all drives without support",
            "GET " + FILES + "?includeItemsFromAllDrives=true",
            403,
            "teamDriveIncludeItemsRequiresSupport"),
        new Broken(
            "another's drive",
            "GET "
                + FILES
                + "?corpora=drive&driveId={FOREIGN}&supportsAllDrives=true"
                + "&includeItemsFromAllDrives=true",
            404,
            "notFound"),
        new Broken("unknown corpora", "GET " + FILES + "?corpora=all", 400, "invalid"),
        new Broken("an unknown space", "GET " + FILES + "?spaces=photos", 400, "invalid"),
        new Broken(
            "the app's folder without its scope",
            "GET " + FILES + "?spaces=appDataFolder",
            403,
            "insufficientScopes"),
        new Broken("no field of about", "GET /drive/v3/about", 400, "required"),
        new Broken("too many drives", "GET /drive/v3/drives?pageSize=101", 400, "invalidParameter"),
        new Broken("a drive of others", "GET /drive/v3/drives/{FOREIGN}", 404, "notFound"),
        new Broken("changes from nowhere", "GET /drive/v3/changes", 400, "required"),
        new Broken("changes from later", "GET /drive/v3/changes?pageToken=99999", 400, "invalid"),
        new Broken(
            "changes of a drive without support",
            "GET /drive/v3/changes/startPageToken?driveId={DRIVE}",
            400,
            "badRequest"));
  }

  private static Stream<Broken> queries() {
    return Stream.of(
            "name like 'x'",
            "name = 'x",
            "name = x",
            "name > 'x'",
            "name = 'a\\b'",
            "'root' in folders",
            "'root' parents",
            "trashed = 'true'",
            "trashed = maybe",
            "trashed > true",
            "mimeType < 'a'",
            "modifiedTime > 'yesterday'",
            "modifiedTime contains '2026'",
            "fullText = 'x'",
            "size > 5",
            "title = 'x'",
            "name = 'x' and",
            "name = 'x' trashed = false",
            "(trashed = false",
            "trashed = false)",
            "not",
            "labels has { key='a' and value='b' }",
            "properties has { key='a' }",
            "trashed == false",
            "name = \"x\"")
        .map(
            query ->
                new Broken(
                    "the query " + query, "GET " + FILES + "?q=" + encoded(query), 400, "invalid"));
  }

  private static Stream<Broken> reads() {
    String media = "GET " + FILES + "/%s?alt=media";
    return Stream.of(
        new Broken("a document's bytes", media.formatted("{DOC}"), 403, "fileNotDownloadable"),
        new Broken("a folder's bytes", media.formatted("{FOLDER}"), 403, "fileNotDownloadable"),
        new Broken("what may not be had", media.formatted("{LOCKED}"), 403, "cannotDownloadFile"),
        new Broken("malware", media.formatted("{BAD}"), 403, "cannotDownloadAbusiveFile"),
        new Broken(
            "another's malware",
            media.formatted("{SHARED}") + "&acknowledgeAbuse=true",
            403,
            "cannotDownloadAbusiveFile"),
        new Broken(
                "a part of nothing",
                media.formatted("{EMPTY}"),
                416,
                "requestedRangeNotSatisfiable")
            .header("Range", "bytes=0-"),
        new Broken(
                "a part behind the end",
                media.formatted("{FILE}"),
                416,
                "requestedRangeNotSatisfiable")
            .header("Range", "bytes=5-9"),
        new Broken("unknown alt", "GET " + FILES + "/{FILE}?alt=xml", 400, "invalid"),
        new Broken(
            "a shared drive's bytes",
            "GET /download" + FILES + "/{TEAM}?alt=media",
            404,
            "notFound"));
  }

  private static Stream<Broken> exports() {
    String export = "GET " + FILES + "/%s/export?mimeType=%s";
    return Stream.of(
        new Broken("no format", "GET " + FILES + "/{DOC}/export", 400, "required"),
        new Broken(
            "no document", export.formatted("{FILE}", "text/plain"), 403, "fileNotExportable"),
        new Broken("a format of others", export.formatted("{DOC}", "text/csv"), 400, "badRequest"),
        new Broken(
            "too large",
            export.formatted("{LARGE}", "text/plain"),
            403,
            "exportSizeLimitExceeded"));
  }
}
