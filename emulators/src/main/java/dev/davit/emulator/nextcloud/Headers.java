package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/** The special headers of requests and answers (WebDAV/basic.rst, "Special Headers"). */
final class Headers {
  private Headers() {}

  /** {@code X-OC-MTime}: seconds since 1970 to set; answered with {@code accepted}. */
  static void modified(Path file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String header = request.getHeader("X-OC-MTime");
    if (header != null) {
      Files.setLastModifiedTime(file, FileTime.from(seconds(header), TimeUnit.SECONDS));
      response.setHeader("X-OC-MTime", "accepted");
    }
  }

  private static long seconds(String header) {
    try {
      return Long.parseLong(header.strip());
    } catch (NumberFormatException e) {
      throw SabreError.of(500, "X-OC-MTime header must be an integer (unix timestamp).");
    }
  }

  /** {@code OC-Checksum}, kept and never checked; without one the old is forgotten. */
  static String checksum(HttpServletRequest request) {
    String header = request.getHeader("OC-Checksum");
    return header == null ? "" : header.strip();
  }

  /** How much the client says will come: of the whole file if it says so; 0 when unknown. */
  static long announced(HttpServletRequest request) {
    return Math.max(number(request, "OC-Total-Length"), request.getContentLengthLong());
  }

  /** A number in a header; -1 when it is missing or none. */
  static long number(HttpServletRequest request, String name) {
    String header = request.getHeader(name);
    return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : -1;
  }

  /** ETag, OC-ETag and OC-FileId of what was written. */
  static void written(Catalog catalog, Path file, HttpServletResponse response) {
    String etag = catalog.etag(file);
    response.setHeader("ETag", etag);
    response.setHeader("OC-ETag", etag);
    response.setHeader("OC-FileId", catalog.of(file).globalId());
  }
}
