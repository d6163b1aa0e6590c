package dev.davit.onedrive.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Paths below Graph's version, encoded. */
public final class GraphPath {
  private GraphPath() {}

  /** One segment, in which every character but unreserved ones is encoded (RFC 3986, 2.3). */
  public static String segment(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** A drive. */
  public static String drive(String drive) {
    return "drives/" + segment(drive);
  }

  /** An item of a drive. */
  public static String item(String drive, String item) {
    return drive(drive) + "/items/" + segment(item);
  }

  /**
   * What has a name in a folder, whether or not it is there ("Addressing resources in a drive");
   * what is asked of it follows after a slash.
   */
  public static String child(String drive, String folder, String name) {
    return item(drive, folder) + ":/" + segment(name) + ":";
  }
}
