package dev.davit.emulator.nextcloud;

import java.nio.file.Path;

/** Where deleted things go (WebDAV/trashbin.rst). */
final class Trash {
  private final Disk disk;
  private final Catalog catalog;

  Trash(Disk disk, Catalog catalog) {
    this.disk = disk;
    this.catalog = catalog;
  }

  void throwAway(DavPath path) {
    Path file = disk.of(path);
    disk.delete(file);
    catalog.removed(file);
  }
}
