package dev.davit.drive.internal.storage;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Google's own documents, which have no bytes: as what each is read (Google: "Export MIME types for
 * Google Workspace documents").
 *
 * @param contentType what it is exported to
 * @param ending of names of that
 */
record Native(String contentType, String ending) {
  static final String FOLDER = "application/vnd.google-apps.folder";
  static final String SHORTCUT = "application/vnd.google-apps.shortcut";

  private static final String PREFIX = "application/vnd.google-apps.";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private static final Map<String, Native> EXPORTS =
      Map.of(
          PREFIX + "document",
          new Native(OFFICE + "wordprocessingml.document", ".docx"),
          PREFIX + "spreadsheet",
          new Native(OFFICE + "spreadsheetml.sheet", ".xlsx"),
          PREFIX + "presentation",
          new Native(OFFICE + "presentationml.presentation", ".pptx"),
          PREFIX + "drawing",
          new Native("image/png", ".png"),
          PREFIX + "vid",
          new Native("video/mp4", ".mp4"));

  /** Whether files of a type are Google's own, without bytes. */
  static boolean is(String mimeType) {
    return mimeType.startsWith(PREFIX);
  }

  /** As what files of a type are read; null if as nothing. */
  static @Nullable Native export(String mimeType) {
    return EXPORTS.get(mimeType);
  }

  /** The name under which a file of a type is shown. */
  static String shown(String name, String mimeType) {
    Native export = export(mimeType);
    return export == null || name.endsWith(export.ending) ? name : name + export.ending;
  }

  /** The name to keep at Google, for a file of a type that is to be shown under this one. */
  static String kept(String shown, String mimeType) {
    Native export = export(mimeType);
    return export != null
            && shown.endsWith(export.ending)
            && shown.length() > export.ending.length()
        ? shown.substring(0, shown.length() - export.ending.length())
        : shown;
  }

  /** The names that a document of Google's own may have which is shown under this one. */
  static Stream<String> stems(String shown) {
    return EXPORTS.values().stream()
        .map(Native::ending)
        .filter(ending -> shown.endsWith(ending) && shown.length() > ending.length())
        .map(ending -> shown.substring(0, shown.length() - ending.length()));
  }
}
