package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** PUT of a whole file (nextcloud/server, {@code apps/dav/lib/Connector/Sabre/File.php}). */
final class Puts {
  private final Disk disk;
  private final Catalog catalog;
  private final Quotas quotas;
  private final Permissions permissions;
  private final Plain plain;
  private final NextcloudFaults faults;

  Puts(Parts parts) {
    disk = parts.disk();
    catalog = parts.catalog();
    quotas = parts.quotas();
    permissions = parts.permissions();
    plain = parts.plain();
    faults = parts.faults();
  }

  void put(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    check(path, request);
    plain.checkConditions(request, response);
    Path file = disk.of(path);
    boolean existed = Files.exists(file);
    Received received =
        faults.cutPutsTruncate() ? Received.of(request, file) : Received.aside(request, disk);
    moveInto(file, received.file());
    received.tellHashes(response);
    Headers.modified(file, request, response);
    catalog.changed(file);
    catalog.checksum(file, Headers.checksum(request));
    Headers.written(catalog, file, response);
    response.setStatus(
        existed ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_CREATED);
  }

  private void check(DavPath path, HttpServletRequest request) {
    path.checkName();
    if (request.getHeader("Content-Range") != null) {
      throw SabreError.of(400, "Content-Range on PUT requests are forbidden.");
    }
    Path file = disk.of(path);
    if (Files.isDirectory(file)) {
      throw SabreError.of(409, "PUT is not allowed on non-files.");
    }
    if (!Files.isDirectory(disk.of(path.parent()))) {
      throw SabreError.of(409, "Files cannot be created in non-existent collections");
    }
    if (Files.exists(file)) {
      permissions.need('W', path, false);
    } else {
      permissions.need('C', path.parent(), true);
    }
    quotas.check(path.user(), Headers.announced(request));
  }

  private static void moveInto(Path file, Path received) throws IOException {
    if (!file.equals(received)) {
      Files.move(received, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
