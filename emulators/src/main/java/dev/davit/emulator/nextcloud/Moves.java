package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** MOVE and COPY within a user's files (sabre-io/dav, {@code Server::getCopyAndMoveInfo}). */
final class Moves {
  private final Disk disk;
  private final Catalog catalog;
  private final Quotas quotas;
  private final Permissions permissions;
  private final Plain plain;
  private final Assemblies assemblies;

  Moves(Parts parts) {
    disk = parts.disk();
    catalog = parts.catalog();
    quotas = parts.quotas();
    permissions = parts.permissions();
    plain = parts.plain();
    assemblies = parts.assemblies();
  }

  void move(DavPath from, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean copy = request.getMethod().equals("COPY");
    DavPath to = Destination.of(request);
    Path source = disk.of(from);
    Path target = disk.of(to);
    if (!Files.exists(source)) {
      throw SabreError.notFound(from.name());
    }
    Destination.check(from, to, request, disk);
    assemblies.checkNotPending(to);
    checkPermissions(from, to, copy);
    plain.checkConditions(request, response);
    boolean existed = Files.exists(target);
    if (existed) {
      disk.delete(target);
      catalog.removed(target);
    }
    if (copy) {
      quotas.check(to.user(), disk.size(source));
      copy(source, target);
      catalog.changed(target);
    } else {
      Files.move(source, target);
      catalog.moved(source, target);
    }
    Headers.written(catalog, target, response);
    response.setStatus(
        existed ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_CREATED);
  }

  private void checkPermissions(DavPath from, DavPath to, boolean copy) {
    boolean folder = Files.isDirectory(disk.of(from));
    if (!copy) {
      permissions.need(from.parent().equals(to.parent()) ? 'N' : 'D', from, folder);
    }
    permissions.need(folder ? 'K' : 'C', to.parent(), true);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen)
              throws IOException {
            Files.createDirectory(to.resolve(Objects.toString(from.relativize(folder))));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
            Files.copy(file, to.resolve(Objects.toString(from.relativize(file))));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
