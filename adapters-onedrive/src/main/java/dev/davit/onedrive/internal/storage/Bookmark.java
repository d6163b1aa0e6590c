package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Faults;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something goes on: what kind of list it is, which one, what of it was told last, and the
 * address that Graph handed out, without the host.
 *
 * @param kind what is gone on with
 * @param list which one: of letters, digits, {@code -} and {@code _}
 * @param told so many of the page were told already
 * @param seen what was told last
 * @param link where the page is, below the version of the API
 */
record Bookmark(Kind kind, String list, int told, Seen seen, String link) {
  /** What can go on. */
  enum Kind {
    /** A folder's children. */
    CHILDREN('f', "[^?]*/children(?:\\?.*)?"),
    /** What was found. */
    FOUND('s', "[^?]*search\\(q=[^?]*(?:\\?.*)?"),
    /** What changed. */
    CHANGES('c', "[^?]*/(?:microsoft\\.graph\\.)?delta(?:\\([^?]*\\))?(?:\\?.*)?");

    private final char letter;
    private final Pattern address;

    Kind(char letter, String address) {
      this.letter = letter;
      this.address = Pattern.compile(address);
    }

    /** Whether a list of this kind can go on there: it leads to nothing else of Graph's. */
    boolean is(String link) {
      return address.matcher(link).matches();
    }
  }

  private static final int MOST = 8192;
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "1([fsc])\\.([A-Za-z0-9_-]{1,700})\\.(\\d{1,6})\\.([A-Za-z0-9_-]*)\\.([\\x21-\\x7e]+)");

  /** The first page of a list. */
  static Bookmark start(Kind kind, String list, String link) {
    return new Bookmark(kind, list, 0, Seen.nothing(), link);
  }

  /**
   * Reads a cursor.
   *
   * @throws CloudException {@link ErrorKind#INVALID_CURSOR} if it is none of that kind
   */
  static Bookmark of(Cursor cursor, Kind kind) {
    Matcher matcher = GRAMMAR.matcher(cursor.value());
    if (!matcher.matches()
        || matcher.group(1).charAt(0) != kind.letter
        || !kind.is(matcher.group(5))) {
      throw invalid();
    }
    return new Bookmark(
        kind,
        matcher.group(2),
        Integer.parseInt(matcher.group(3)),
        Seen.of(matcher.group(4)),
        matcher.group(5));
  }

  /** Reads a cursor of a certain list; no cursor is no bookmark. */
  static @Nullable Bookmark of(@Nullable Cursor cursor, Kind kind, String list) {
    if (cursor == null) {
      return null;
    }
    Bookmark read = of(cursor, kind);
    if (!read.list.equals(list)) {
      throw invalid();
    }
    return read;
  }

  /** What a failure means for a list that was to go on: Graph may have forgotten its place. */
  static CloudException refused(CloudException e) {
    return e.kind() == ErrorKind.INVALID_REQUEST || Faults.status(e) == 410 ? invalid() : e;
  }

  static CloudException invalid() {
    return new CloudException(
        ErrorKind.INVALID_CURSOR, "This list can't be gone on with. Start it again.");
  }

  /** As much of what was told last goes along as there is room for. */
  Cursor cursor() {
    String head = "1" + kind.letter + "." + list + "." + told + ".";
    int room = MOST - head.length() - 1 - link.length();
    if (room < 0) {
      throw Faults.protocol(new java.io.IOException("a longer address than can be kept"));
    }
    return new Cursor(head + seen.text(room) + "." + link);
  }
}
