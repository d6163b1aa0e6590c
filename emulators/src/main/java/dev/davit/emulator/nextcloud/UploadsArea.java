package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * {@code uploads/USER}: chunked uploads (WebDAV/chunking.rst; nextcloud/server, {@code
 * apps/dav/lib/Upload}). What begins with a Destination is of version 2, and needs it on every PUT
 * and on the MOVE; what begins without one is of version 1, with names of any kind.
 */
final class UploadsArea implements Area {
  private static final int LAST_CHUNK = 10_000;

  private final Disk disk;
  private final Uploads uploads;
  private final Quotas quotas;
  private final Assemblies assemblies;
  private final UploadNodes nodes;

  UploadsArea(Parts parts) {
    disk = parts.disk();
    uploads = parts.uploads();
    quotas = parts.quotas();
    assemblies = parts.assemblies();
    nodes = new UploadNodes(parts.disk(), parts.uploads());
  }

  @Override
  public void serve(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "MKCOL" -> begin(path, request, response);
      case "PUT" -> putChunk(path, request, response);
      case "MOVE" -> assemblies.move(path, request, response);
      case "DELETE" -> delete(path, response);
      case "PROPFIND" -> nodes.propfind(path, request, response);
      case "GET", "HEAD" -> throw SabreError.of(405, "Reading intermediate uploads is not allowed");
      default -> throw FilesArea.notImplemented(request.getMethod());
    }
  }

  private void begin(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (path.depth() != 1) {
      throw SabreError.of(403, "Permission denied to create file (filename " + path.name() + ")");
    }
    if (uploads.exists(path)) {
      throw SabreError.of(405, "The resource you tried to create already exists");
    }
    boolean versionTwo = request.getHeader("Destination") != null;
    if (versionTwo) {
      Destination.of(request);
    }
    Files.createDirectories(disk.of(path));
    uploads.touch(path, versionTwo);
    response.setStatus(HttpServletResponse.SC_CREATED);
  }

  private void putChunk(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    DavPath folder = path.parent();
    if (path.depth() != 2 || !uploads.exists(folder)) {
      throw SabreError.of(409, "Files cannot be created in non-existent collections");
    }
    boolean versionTwo = uploads.find(folder).versionTwo();
    if (versionTwo) {
      checkChunk(path, request);
    }
    quotas.check(path.user(), Headers.announced(request));
    Received received = Received.aside(request, disk);
    Path chunk = disk.of(path);
    boolean existed = Files.exists(chunk);
    Files.move(received.file(), chunk, StandardCopyOption.REPLACE_EXISTING);
    received.tellHashes(response);
    uploads.touch(folder, versionTwo);
    response.setStatus(
        existed ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_CREATED);
  }

  /** ChunkingV2Plugin::beforePut. */
  private static void checkChunk(DavPath path, HttpServletRequest request) {
    Destination.of(request);
    String name = path.name();
    if (!name.matches("\\d{1,9}")
        || Integer.parseInt(name) < 1
        || Integer.parseInt(name) > LAST_CHUNK) {
      throw SabreError.of(400, "Invalid chunk name, must be numeric between 1 and 10000");
    }
  }

  private void delete(DavPath path, HttpServletResponse response) {
    if (path.depth() == 1) {
      uploads.find(path);
      uploads.remove(path);
    } else if (path.depth() == 2 && Files.exists(disk.of(path))) {
      disk.delete(disk.of(path));
    } else {
      throw SabreError.notFound(path.name());
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
