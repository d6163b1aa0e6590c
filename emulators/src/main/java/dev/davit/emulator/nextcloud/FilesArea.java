package dev.davit.emulator.nextcloud;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** {@code files/USER}: what a user has (WebDAV/basic.rst). */
final class FilesArea implements Area {
  private static final String METHODS =
      "OPTIONS, GET, HEAD, DELETE, PROPFIND, PUT, PROPPATCH, COPY, MOVE, SEARCH";

  private static final Set<String> LOOKS = Set.of("PROPFIND", "GET", "HEAD");

  private final Disk disk;
  private final Catalog catalog;
  private final Permissions permissions;
  private final Plain plain;
  private final Listings listings;
  private final Puts puts;
  private final Moves moves;
  private final Patches patches;
  private final Trash trash;
  private final Assemblies assemblies;

  FilesArea(Parts parts) {
    disk = parts.disk();
    catalog = parts.catalog();
    permissions = parts.permissions();
    plain = parts.plain();
    listings = parts.listings();
    puts = new Puts(parts);
    moves = new Moves(parts);
    patches = new Patches(parts);
    trash = parts.trash();
    assemblies = parts.assemblies();
  }

  @Override
  public void serve(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    checkAssembly(path, request.getMethod());
    switch (request.getMethod()) {
      case "PROPFIND" -> listings.propfind(path, request, response);
      case "GET", "HEAD" -> get(path, request, response);
      case "PUT" -> puts.put(path, request, response);
      case "MKCOL" -> makeFolder(path, request, response);
      case "DELETE" -> delete(path, request, response);
      case "MOVE", "COPY" -> moves.move(path, request, response);
      case "PROPPATCH" -> patches.patch(path, request, response);
      default -> throw notImplemented(request.getMethod());
    }
  }

  private void checkAssembly(DavPath path, String method) throws IOException {
    if (LOOKS.contains(method)) {
      assemblies.look(path);
    } else {
      assemblies.checkNotPending(path);
    }
  }

  /** An unknown method is 501, LOCK too (sabre-io/dav, {@code Server::invokeMethod}). */
  static SabreError notImplemented(String method) {
    return SabreError.of(
        501, "There was no plugin in the system that was willing to handle this " + method);
  }

  static void options(HttpServletResponse response) {
    response.setHeader("DAV", "1, 3, extended-mkcol, nextcloud-checksum-update");
    response.setHeader("Allow", METHODS);
    response.setHeader("MS-Author-Via", "DAV");
    response.setStatus(200);
  }

  /** Folders can't be read (sabre-io/dav, {@code CorePlugin::httpGet}). */
  private void get(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Path file = disk.of(path);
    if (!Files.exists(file)) {
      throw SabreError.notFound(path.name());
    }
    if (Files.isDirectory(file)) {
      throw SabreError.of(501, "GET is only implemented for files and not for collections");
    }
    permissions.need('G', path, false);
    String checksum = catalog.of(file).checksum();
    if (!checksum.isEmpty()) {
      response.setHeader("OC-Checksum", checksum);
    }
    response.setHeader("OC-ETag", catalog.etag(file));
    response.setContentType(plain.type(path.name()));
    response.setHeader("Content-Disposition", "attachment");
    plain.serve(request, response);
  }

  private void makeFolder(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    path.checkName();
    permissions.need('K', path.parent(), true);
    plain.serve(request, response);
    if (response.getStatus() == HttpServletResponse.SC_CREATED) {
      catalog.changed(disk.of(path));
      response.setHeader("OC-FileId", catalog.of(disk.of(path)).globalId());
    }
  }

  /** What is deleted goes to the trash (WebDAV/trashbin.rst); a user's root can't be deleted. */
  private void delete(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!Files.exists(disk.of(path))) {
      throw SabreError.notFound(path.name());
    }
    if (path.depth() == 0) {
      throw SabreError.of(403, "Permission denied to delete this folder");
    }
    permissions.need('D', path, Files.isDirectory(disk.of(path)));
    plain.checkConditions(request, response);
    if ("true".equals(request.getHeader("X-NC-Skip-Trashbin"))) {
      trash.pass(path);
    } else {
      trash.throwAway(path);
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
