package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The MOVE of {@code .file}, which puts the chunks together (WebDAV/chunking.rst, "Assembling the
 * chunks"). Of a large file a proxy gives up with 504 while the server goes on, and whoever tries
 * again meanwhile finds it locked, 423: on demand ({@link NextcloudFaults#slowAssembly}).
 */
final class Assemblies {
  private final Disk disk;
  private final Catalog catalog;
  private final Uploads uploads;
  private final Quotas quotas;
  private final Permissions permissions;
  private final NextcloudFaults faults;
  private final Map<DavPath, Pending> pending = new HashMap<>();

  /** What goes on although its MOVE was answered, and how often it will yet be looked for. */
  private record Pending(Assembly assembly, int looks) {}

  Assemblies(
      Uploads uploads,
      Disk disk,
      Catalog catalog,
      Quotas quotas,
      Permissions permissions,
      NextcloudFaults faults) {
    this.disk = disk;
    this.catalog = catalog;
    this.uploads = uploads;
    this.quotas = quotas;
    this.permissions = permissions;
    this.faults = faults;
  }

  void move(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (path.depth() != 2 || !path.name().equals(".file")) {
      throw SabreError.of(403, "Permission denied to rename this folder");
    }
    Assembly assembly = checked(path.parent(), request);
    Optional<NextcloudFaults.SlowAssembly> slow = faults.takeSlowAssembly();
    if (slow.isPresent()) {
      begin(assembly, slow.get().looks());
      throw SabreError.of(slow.get().status(), "The upstream server did not answer in time");
    }
    boolean existed = Files.exists(disk.of(assembly.to()));
    finish(assembly);
    if (!assembly.modified().isEmpty()) {
      response.setHeader("X-OC-MTime", "accepted");
    }
    Headers.written(catalog, disk.of(assembly.to()), response);
    response.setStatus(
        existed ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_CREATED);
  }

  private Assembly checked(DavPath folder, HttpServletRequest request) {
    Upload upload = uploads.find(folder);
    DavPath to = Destination.of(request);
    checkNotPending(to);
    Destination.checkPlace(to, Destination.overwrite(request), disk);
    IfHeader.check(request, catalog, disk);
    if (upload.versionTwo()) {
      uploads.checkSizes(folder);
    }
    long size = uploads.chunks(folder).stream().mapToLong(disk::size).sum();
    checkTotal(request, size);
    quotas.check(to.user(), size);
    boolean there = Files.exists(disk.of(to));
    permissions.need(there ? 'W' : 'C', there ? to : to.parent(), !there);
    return Assembly.of(folder, to, request);
  }

  /** ChunkingPlugin::verifySize. */
  private static void checkTotal(HttpServletRequest request, long size) {
    String total = request.getHeader("OC-Total-Length");
    if (total != null && !total.equals(Long.toString(size))) {
      throw SabreError.of(
          400, "Chunks on server do not sum up to " + total + " but to " + size + " bytes");
    }
  }

  private synchronized void begin(Assembly assembly, int looks) {
    pending.put(assembly.to(), new Pending(assembly, looks));
  }

  /** Refuses to touch what is just being put together. */
  synchronized void checkNotPending(DavPath path) {
    if (pending.containsKey(path)) {
      throw SabreError.nextcloud(423, "FileLocked", "\"" + path.name() + "\" is locked");
    }
  }

  /** Somebody looks for this file; after so many looks it is there. */
  void look(DavPath path) throws IOException {
    Optional<Assembly> due = due(path);
    if (due.isPresent()) {
      finish(due.get());
    }
  }

  private synchronized Optional<Assembly> due(DavPath path) {
    Pending found = pending.remove(path);
    if (found == null || found.looks() <= 1) {
      return Optional.ofNullable(found).map(Pending::assembly);
    }
    pending.put(path, new Pending(found.assembly(), found.looks() - 1));
    return Optional.empty();
  }

  /** What is there keeps its id (ChunkingPlugin::performMove). */
  private void finish(Assembly assembly) throws IOException {
    Path whole = disk.part();
    try (OutputStream out = Files.newOutputStream(whole)) {
      for (Path chunk : uploads.chunks(assembly.folder())) {
        Files.copy(chunk, out);
      }
    }
    Path target = disk.of(assembly.to());
    Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
    assembly.setModified(target);
    catalog.changed(target);
    catalog.checksum(target, assembly.checksum());
    uploads.remove(assembly.folder());
  }
}
