package dev.davit.drive.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something goes on: what kind of thing it is, perhaps in which folder, and Google's token.
 *
 * @param kind what is gone on with
 * @param folder of a listing; null else
 * @param token Google's; null for the first page
 */
record Bookmark(Kind kind, @Nullable Folder folder, @Nullable String token) {
  /** What can go on. */
  enum Kind {
    /** A folder's children. */
    CHILDREN('f'),
    /** The shared drives. */
    DRIVES('d'),
    /** What was found everywhere. */
    FOUND('a'),
    /** What was found among the user's own, since not everything could be searched. */
    FOUND_NARROWLY('u'),
    /** What changed. */
    CHANGES('c');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  private static final String ID = "([A-Za-z0-9_-]{0,200})";
  private static final Pattern GRAMMAR =
      Pattern.compile("1([fdauc])\\." + ID + "\\." + ID + "\\.([\\x21-\\x7e]{0,7000})");

  static Bookmark at(Kind kind, @Nullable String token) {
    return new Bookmark(kind, null, token);
  }

  static Bookmark in(Folder folder, @Nullable String token) {
    return new Bookmark(Kind.CHILDREN, folder, token);
  }

  /**
   * Reads a cursor.
   *
   * @throws CloudException {@link ErrorKind#INVALID_CURSOR} if it is none of ours
   */
  static Bookmark of(Cursor cursor) {
    Matcher matcher = GRAMMAR.matcher(cursor.value());
    if (!matcher.matches()) {
      throw invalid();
    }
    Folder folder = matcher.group(2).isEmpty() ? null : folder(matcher.group(2), matcher.group(3));
    for (Kind kind : Kind.values()) {
      if (kind.letter == matcher.group(1).charAt(0)
          && (kind == Kind.CHILDREN) == (folder != null)) {
        return new Bookmark(kind, folder, emptyToNull(matcher.group(4)));
      }
    }
    throw invalid();
  }

  /** Reads a cursor that must be of one of these kinds; no cursor is the first page. */
  static @Nullable Bookmark of(@Nullable Cursor cursor, Kind... kinds) {
    if (cursor == null) {
      return null;
    }
    Bookmark read = of(cursor);
    if (!java.util.List.of(kinds).contains(read.kind)) {
      throw invalid();
    }
    return read;
  }

  /** What else a token of Google's may mean that Google refuses. */
  static CloudException refused(CloudException e, @Nullable String token) {
    return token != null && e.kind() == ErrorKind.INVALID_REQUEST ? invalid() : e;
  }

  static CloudException invalid() {
    return new CloudException(
        ErrorKind.INVALID_CURSOR, "This list can't be gone on with. Start it again.");
  }

  Cursor cursor() {
    String file = folder == null ? "" : folder.file();
    String drive = folder == null || folder.drive() == null ? "" : folder.drive();
    return new Cursor(
        "1" + kind.letter + "." + file + "." + drive + "." + (token == null ? "" : token));
  }

  private static Folder folder(String file, String drive) {
    return new Folder(file, emptyToNull(drive));
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
