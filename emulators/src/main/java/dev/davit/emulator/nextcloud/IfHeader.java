package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code If: <address> (["etag"])}: how clients of Nextcloud say which version a MOVE may replace
 * (nextcloud/desktop, {@code propagateuploadng.cpp}; RFC 4918 10.4).
 */
final class IfHeader {
  private static final Pattern TAGGED =
      Pattern.compile("\\s*<([^>]+)>\\s*\\(\\s*(Not\\s+)?\\[([^\\]]+)\\]\\s*\\)\\s*");

  private IfHeader() {}

  /**
   * Checks the header, if there is one.
   *
   * @throws SabreError 412 when the version is another one; 400 when the header is of another form
   */
  static void check(HttpServletRequest request, Catalog catalog, Disk disk) {
    String header = request.getHeader("If");
    if (header == null) {
      return;
    }
    Matcher tagged = TAGGED.matcher(header);
    if (!tagged.matches()) {
      throw SabreError.of(400, "The If header can't be read");
    }
    Path file = disk.of(DavPath.destination(tagged.group(1), request.getContextPath()));
    boolean same = Files.exists(file) && catalog.etag(file).equals(tagged.group(3));
    if (same == (tagged.group(2) != null)) {
      throw SabreError.of(412, "An If header did not hold.");
    }
  }
}
