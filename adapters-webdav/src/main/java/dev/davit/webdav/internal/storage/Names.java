package dev.davit.webdav.internal.storage;

import dev.davit.outbound.transfer.OtherName;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.webdav.internal.dav.DavPath;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names that are given to files and folders here. */
public final class Names {
  private static final Pattern TEMPORARY =
      Pattern.compile("\\.davit-[A-Za-z0-9_-]{8,64}\\.part", Pattern.CASE_INSENSITIVE);
  private static final Pattern IMPOSSIBLE = Pattern.compile("\\.{0,2}|(?s).*[/\\\\\\p{Cntrl}].*");
  private static final int MAX_TAG = 64;

  /** What nearly all file systems take, which is what nearly all servers are built on. */
  private static final int MAX_BYTES = 255;

  /** What Nextcloud takes, too: for the names that are made here. */
  private static final int MAX_MADE = 250;

  private Names() {}

  /** The name under which a file is written until it is whole. */
  static String temporary(String tag) {
    return ".davit-" + tag + ".part";
  }

  /** The tag of a file with which the same write tries what the server heeds. */
  static String scratch(String tag) {
    return tag.substring(0, Math.min(tag.length(), MAX_TAG - 1)) + "-";
  }

  /** Whether files of this name are unfinished writes, which nobody sees. */
  public static boolean isTemporary(String name) {
    return TEMPORARY.matcher(name).matches();
  }

  /**
   * The child of a folder under a name that somebody chose.
   *
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} if no server could have the name, or
   *     it is one of an unfinished write
   */
  public static DavPath child(DavPath folder, String name, boolean isFolder) {
    if (!isPossible(name) || isTemporary(name)) {
      throw impossible();
    }
    return folder.child(name, isFolder).orElseThrow(Names::impossible);
  }

  private static boolean isPossible(String name) {
    return !IMPOSSIBLE.matcher(name).matches()
        && StandardCharsets.UTF_8.newEncoder().canEncode(name)
        && length(name) <= MAX_BYTES;
  }

  public static CloudException impossible() {
    return new CloudException(
        ErrorKind.INVALID_REQUEST, "The server can't have this name.", Hints.field("name"));
  }

  /** Another name in place of a taken one: {@code report (2).pdf}; cut where it has to be. */
  static String variant(String name, String mark) {
    return OtherName.of(name, mark, MAX_MADE, Names::length);
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
