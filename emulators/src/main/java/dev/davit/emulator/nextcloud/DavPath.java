package dev.davit.emulator.nextcloud;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A path below {@code remote.php/dav}, decoded: what kind of thing, whose, and where.
 *
 * <p>Names are kept in Unicode's composed form, whatever the client sends (nextcloud/server, {@code
 * OC\Files\Filesystem::normalizePath}).
 */
record DavPath(List<String> segments) {
  static final String ROOT = "/remote.php/dav";
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.~()/";
  private static final int MAX_NAME = 250;

  DavPath {
    segments = List.copyOf(segments);
  }

  /** Reads a decoded path, such as {@code /files/alice/Letters}. */
  static DavPath decoded(String path) {
    String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
    return new DavPath(
        Arrays.stream(composed.split("/")).filter(segment -> !segment.isEmpty()).toList());
  }

  /** Reads a path as it was sent. */
  static DavPath encoded(String path) {
    try {
      String plain = path.replace("+", "%2B");
      return decoded(URLDecoder.decode(plain, StandardCharsets.UTF_8)).withoutDots();
    } catch (IllegalArgumentException e) {
      throw SabreError.of(400, "The path can't be read");
    }
  }

  /**
   * Reads the Destination header: its path counts, not its host; outside of the DAV root it is
   * refused (sabre-io/dav, {@code Server::calculateUri}).
   */
  static DavPath destination(String header, String webroot) {
    try {
      String path = new URI(header).getPath();
      String base = webroot + ROOT + "/";
      if (path == null || !path.startsWith(base)) {
        throw SabreError.of(
            403, "Requested uri (" + header + ") is out of base uri (" + base + ")");
      }
      return decoded(path.substring(base.length() - 1)).withoutDots();
    } catch (URISyntaxException e) {
      throw SabreError.of(400, "The destination header can't be read");
    }
  }

  private DavPath withoutDots() {
    if (segments.contains("..") || segments.contains(".")) {
      throw SabreError.of(403, "The path has dots in it");
    }
    return this;
  }

  /** {@code files}, {@code uploads}, {@code trashbin}; empty for the root itself. */
  String area() {
    return segments.isEmpty() ? "" : segments.get(0);
  }

  /** Whose it is; empty when the path does not say. */
  String user() {
    return segments.size() < 2 ? "" : segments.get(1);
  }

  /** How many names follow the user's. */
  int depth() {
    return Math.max(0, segments.size() - 2);
  }

  /** The last name. */
  String name() {
    return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
  }

  /** What follows the user, with slashes between. */
  String below() {
    return String.join("/", segments.subList(Math.min(2, segments.size()), segments.size()));
  }

  DavPath parent() {
    return new DavPath(segments.subList(0, segments.size() - 1));
  }

  DavPath child(String name) {
    List<String> longer = new ArrayList<>(segments);
    longer.add(name);
    return new DavPath(longer);
  }

  boolean isBelow(DavPath folder) {
    return segments.size() > folder.segments.size()
        && segments.subList(0, folder.segments.size()).equals(folder.segments);
  }

  /**
   * Refuses names that Nextcloud does not keep: more than 250 bytes, a backslash, and its own
   * (nextcloud/server, {@code lib/private/Files/FilenameValidator.php}).
   */
  void checkName() {
    if (name().getBytes(StandardCharsets.UTF_8).length > MAX_NAME) {
      throw SabreError.nextcloud(400, "InvalidPath", "Filename is too long");
    }
    if (name().contains("\\")) {
      throw SabreError.nextcloud(400, "InvalidPath", "\"\\\" is not allowed inside a filename.");
    }
    if (name().equalsIgnoreCase(".htaccess") || name().endsWith(".part")) {
      throw SabreError.nextcloud(
          400, "InvalidPath", "\"" + name() + "\" is a forbidden file or folder name.");
    }
  }

  /** The address, encoded as sabre does it: in lower-case hex, parentheses as they are. */
  String href(String webroot, boolean folder) {
    return escaped(webroot + ROOT + "/" + String.join("/", segments) + (folder ? "/" : ""));
  }

  private static String escaped(String path) {
    StringBuilder href = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(octet) >= 0) {
        href.append((char) octet);
      } else {
        href.append(String.format(Locale.ROOT, "%%%02x", octet & 0xff));
      }
    }
    return href.toString();
  }

  @Override
  public String toString() {
    return "/" + String.join("/", segments);
  }
}
