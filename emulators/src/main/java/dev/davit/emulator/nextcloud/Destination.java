package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;

/** Where a MOVE or COPY goes (sabre-io/dav, {@code Server::getCopyAndMoveInfo}). */
final class Destination {
  private Destination() {}

  static DavPath of(HttpServletRequest request) {
    String header = request.getHeader("Destination");
    if (header == null || header.isEmpty()) {
      throw SabreError.of(400, "The destination header was not supplied");
    }
    DavPath to = DavPath.destination(header, request.getContextPath());
    if (!to.area().equals("files") || !to.user().equals(Identity.of(request).account().userId())) {
      throw SabreError.of(403, "Permission denied to create file (filename " + to.name() + ")");
    }
    if (to.depth() == 0) {
      throw SabreError.of(403, "Permission denied to replace this folder");
    }
    to.checkName();
    return to;
  }

  static void check(DavPath from, DavPath to, HttpServletRequest request, Disk disk) {
    if (from.equals(to)) {
      throw SabreError.of(403, "Source and destination uri are identical.");
    }
    if (to.isBelow(from)) {
      throw SabreError.of(
          409, "The destination may not be part of the same subtree as the source path.");
    }
    if (from.isBelow(to)) {
      throw SabreError.of(403, from.name() + " cannot be moved to it's parent");
    }
    checkPlace(to, overwrite(request), disk);
  }

  /** Overwrite is T unless said otherwise, and nothing but T and F is understood. */
  static boolean overwrite(HttpServletRequest request) {
    String header = request.getHeader("Overwrite");
    if (header == null || header.equalsIgnoreCase("T")) {
      return true;
    }
    if (header.equalsIgnoreCase("F")) {
      return false;
    }
    throw SabreError.of(400, "The HTTP Overwrite header should be either T or F");
  }

  /** The folder must be there; what is there is only replaced when that is wanted. */
  static void checkPlace(DavPath to, boolean overwrite, Disk disk) {
    if (!Files.isDirectory(disk.of(to.parent()))) {
      throw SabreError.of(409, "The destination node is not found");
    }
    if (!overwrite && Files.exists(disk.of(to))) {
      throw SabreError.of(
          412, "The destination node already exists, and the overwrite header is set to false");
    }
  }
}
