package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * What a MOVE of {@code .file} asked for.
 *
 * @param folder where the chunks are
 * @param to where the file shall be
 * @param modified seconds since 1970; empty for now
 * @param checksum as sent; empty for none
 */
record Assembly(DavPath folder, DavPath to, String modified, String checksum) {
  static Assembly of(DavPath folder, DavPath to, HttpServletRequest request) {
    String modified = request.getHeader("X-OC-MTime");
    if (modified != null && !modified.matches("\\d{1,12}")) {
      throw SabreError.of(500, "X-OC-MTime header must be an integer (unix timestamp).");
    }
    return new Assembly(folder, to, modified == null ? "" : modified, Headers.checksum(request));
  }

  void setModified(Path file) throws IOException {
    if (!modified.isEmpty()) {
      Files.setLastModifiedTime(file, FileTime.from(Long.parseLong(modified), TimeUnit.SECONDS));
    }
  }
}
