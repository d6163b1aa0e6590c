package dev.davit.emulator.google.drive;

import static dev.davit.emulator.google.drive.Api.FILES;

import java.util.stream.Stream;

/** Requests that write and are refused, one for each rule. */
final class BrokenWrites {
  private static final String UPLOAD = "/upload" + FILES;

  private BrokenWrites() {}

  static Stream<Broken> all() {
    return Stream.of(creates(), updates(), others(), uploads()).flatMap(rows -> rows);
  }

  private static Stream<Broken> creates() {
    Broken create = new Broken("", "POST " + FILES, 400, "badRequest");
    return Stream.of(
        named("an unknown field", create.with("{\"title\":\"x\"}")),
        named("a name that is none", create.with("{\"name\":5}")),
        named("a time that is none", create.with("{\"modifiedTime\":\"today\"}")),
        new Broken("a field of theirs", "POST " + FILES, 403, "fieldNotWritable")
            .with("{\"size\":\"1\"}"),
        new Broken("broken JSON", "POST " + FILES, 400, "parseError").with("{\"name\""),
        new Broken("no JSON", "POST " + FILES, 400, "parseError")
            .with("name=x")
            .header("Content-Type", "application/x-www-form-urlencoded"),
        new Broken("an unknown parent", "POST " + FILES, 404, "notFound")
            .with("{\"parents\":[\"1x\"]}"),
        new Broken("two parents", "POST " + FILES, 403, "cannotAddParent")
            .with("{\"parents\":[\"{FOLDER}\",\"{INNER}\"]}"),
        new Broken("a parent that is a file", "POST " + FILES, 403, "parentNotAFolder")
            .with("{\"parents\":[\"{FILE}\"]}"),
        new Broken("a parent to read", "POST " + FILES, 403, "insufficientFilePermissions")
            .with("{\"parents\":[\"{READABLE}\"]}"),
        new Broken(
                "a drive to read",
                "POST " + FILES + "?supportsAllDrives=true",
                403,
                "insufficientFilePermissions")
            .with("{\"parents\":[\"{DRIVE}\"]}"),
        new Broken("a drive unheard of", "POST " + FILES, 404, "notFound")
            .with("{\"parents\":[\"{DRIVE}\"]}"),
        new Broken("an id of one's own", "POST " + FILES, 400, "invalid")
            .with("{\"id\":\"1mine\"}"),
        new Broken("an id in use", "POST " + FILES, 409, "fileIdInUse").with("{\"id\":\"{FILE}\"}"),
        new Broken("a shortcut to nothing", "POST " + FILES, 400, "required")
            .with("{\"mimeType\":\"application/vnd.google-apps.shortcut\"}"),
        new Broken("a shortcut to another's", "POST " + FILES, 404, "notFound")
            .with(
                "{\"mimeType\":\"application/vnd.google-apps.shortcut\","
                    + "\"shortcutDetails\":{\"targetId\":\"{OTHERS}\"}}"),
        new Broken(
            "too many ids", "GET " + FILES + "/generateIds?count=1001", 400, "invalidParameter"),
        new Broken("ids of no space", "GET " + FILES + "/generateIds?space=x", 400, "invalid"));
  }

  private static Broken named(String rule, Broken row) {
    return new Broken(
        rule, row.token(), row.request(), row.body(), row.headers(), row.status(), row.reason());
  }

  private static Stream<Broken> updates() {
    String patch = "PATCH " + FILES + "/";
    return Stream.of(
        new Broken("parents in the body", patch + "{FILE}", 403, "fieldNotWritable")
            .with("{\"parents\":[\"{FOLDER}\"]}"),
        new Broken("an id in the body", patch + "{FILE}", 403, "fieldNotWritable")
            .with("{\"id\":\"1x\"}"),
        new Broken("a second parent", patch + "{FILE}?addParents={FOLDER}", 403, "cannotAddParent")
            .with("{}"),
        new Broken("a parent it has not", patch + "{FILE}?removeParents={FOLDER}", 404, "notFound")
            .with("{}"),
        new Broken("no parent at all", patch + "{FILE}?removeParents={ROOT}", 400, "badRequest")
            .with("{}"),
        new Broken(
                "a folder in itself",
                patch + "{FOLDER}?addParents={INNER}&removeParents={ROOT}",
                400,
                "badRequest")
            .with("{}"),
        new Broken("the top in the trash", patch + "root", 403, "insufficientFilePermissions")
            .with("{\"trashed\":true}"),
        new Broken("another's in the trash", patch + "{SHARED}", 403, "insufficientFilePermissions")
            .with("{\"trashed\":true}"),
        new Broken("what is only to read", patch + "{READABLE}", 403, "insufficientFilePermissions")
            .with("{\"name\":\"mine\"}"));
  }

  private static Stream<Broken> others() {
    return Stream.of(
        new Broken("a copy of a folder", "POST " + FILES + "/{FOLDER}/copy", 403, "cannotCopyFile")
            .with("{}"),
        new Broken(
                "a copy of what may not be had",
                "POST " + FILES + "/{LOCKED}/copy",
                403,
                "cannotCopyFile")
            .with("{}"),
        new Broken(
                "a copy of a document with an id that was given",
                "POST " + FILES + "/{DOC}/copy",
                400,
                "generatedIdNotSupported")
            .with("{\"id\":\"1x\"}"),
        new Broken(
            "another's gone", "DELETE " + FILES + "/{SHARED}", 403, "insufficientFilePermissions"),
        new Broken(
            "the top gone", "DELETE " + FILES + "/root", 403, "insufficientFilePermissions"));
  }

  private static Stream<Broken> uploads() {
    String resumable = "POST " + UPLOAD + "?uploadType=resumable";
    return Stream.of(
        new Broken("no way to upload", "POST " + UPLOAD, 400, "invalid"),
        new Broken(
                "parts that are none",
                "POST " + UPLOAD + "?uploadType=multipart",
                400,
                "badContent")
            .with("{}"),
        new Broken(
                "a boundary of more than 70 characters",
                "POST " + UPLOAD + "?uploadType=multipart",
                400,
                "badContent")
            .with(parts("b".repeat(71)))
            .header("Content-Type", "multipart/related; boundary=" + "b".repeat(71)),
        new Broken("a length that is none", resumable, 400, "badRequest")
            .with("{}")
            .header("X-Upload-Content-Length", "many"),
        new Broken("more than 5 TB", resumable, 413, "uploadTooLarge")
            .with("{}")
            .header("X-Upload-Content-Length", "5242880000001"),
        new Broken("a parent that is none", resumable, 404, "notFound")
            .with("{\"parents\":[\"1x\"]}"),
        new Broken("an id in use", resumable, 409, "fileIdInUse").with("{\"id\":\"{FILE}\"}"),
        new Broken(
                "content of a document",
                "PATCH " + UPLOAD + "/{DOC}?uploadType=media",
                403,
                "fileNotUpdatable")
            .with("x"),
        new Broken("a session that never was", "PUT " + UPLOAD + "?upload_id=x", 404, "")
            .with("x"));
  }

  private static String parts(String boundary) {
    String part = "--" + boundary + "\r\nContent-Type: application/json\r\n\r\n{}\r\n";
    return part + part + "--" + boundary + "--\r\n";
  }
}
