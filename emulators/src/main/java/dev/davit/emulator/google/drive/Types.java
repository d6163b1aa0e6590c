package dev.davit.emulator.google.drive;

import java.util.List;
import java.util.Map;

/** Media types that mean something to Drive (guides/mime-types, guides/ref-export-formats). */
final class Types {
  static final String FOLDER = "application/vnd.google-apps.folder";
  static final String SHORTCUT = "application/vnd.google-apps.shortcut";
  static final String BINARY = "application/octet-stream";
  private static final String NATIVE = "application/vnd.google-apps.";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String PDF = "application/pdf";

  /** What each kind of Google's own documents can be exported as. */
  static final Map<String, List<String>> EXPORTS =
      Map.of(
          NATIVE + "document",
          List.of(
              OFFICE + "wordprocessingml.document",
              "application/vnd.oasis.opendocument.text",
              "application/rtf",
              PDF,
              "text/plain",
              "text/html",
              "text/markdown",
              "application/zip",
              "application/epub+zip"),
          NATIVE + "spreadsheet",
          List.of(
              OFFICE + "spreadsheetml.sheet",
              "application/x-vnd.oasis.opendocument.spreadsheet",
              PDF,
              "application/zip",
              "text/csv",
              "text/tab-separated-values"),
          NATIVE + "presentation",
          List.of(
              OFFICE + "presentationml.presentation",
              "application/vnd.oasis.opendocument.presentation",
              PDF,
              "text/plain"),
          NATIVE + "drawing",
          List.of(PDF, "image/jpeg", "image/png", "image/svg+xml"));

  private Types() {}

  /** Whether files of this type have no bytes of their own: documents, folders, shortcuts. */
  static boolean isNative(String type) {
    return type.startsWith(NATIVE);
  }

  /** Whether a file of this type is made of something: folders and shortcuts are not. */
  static boolean hasContent(String type) {
    return !type.equals(FOLDER) && !type.equals(SHORTCUT);
  }

  /** What files of this type can be exported as; none for those with bytes. */
  static List<String> exportsOf(String type) {
    return EXPORTS.getOrDefault(type, List.of());
  }
}
