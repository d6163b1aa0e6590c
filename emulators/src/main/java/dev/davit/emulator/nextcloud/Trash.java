package dev.davit.emulator.nextcloud;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where deleted things go, and come back from with the ids that they had. */
final class Trash {
  private static final int MAX_NAME = 200;

  private final Disk disk;
  private final Catalog catalog;
  private final InstantSource clock;
  private final NextcloudFaults faults;
  private final Map<Path, TrashItem> items = new ConcurrentHashMap<>();

  Trash(Disk disk, Catalog catalog, InstantSource clock, NextcloudFaults faults) {
    this.disk = disk;
    this.catalog = catalog;
    this.clock = clock;
    this.faults = faults;
  }

  boolean on() {
    return !faults.trashOff();
  }

  /** A user deletes something; in the trash it is called {@code NAME.dSECONDS}. */
  void throwAway(DavPath path) throws IOException {
    if (!on()) {
      pass(path);
      return;
    }
    Path file = disk.of(path);
    long now = clock.instant().getEpochSecond();
    Path place = place(disk.trash(path.user()), path.name(), now);
    items.put(place, new TrashItem(path.name(), path.below(), now));
    Files.move(file, place);
    catalog.moved(file, place);
  }

  /** A user deletes something for good (nextcloud/server, {@code files_trashbin/lib/Storage}). */
  void pass(DavPath path) {
    Path file = disk.of(path);
    disk.delete(file);
    catalog.removed(file);
  }

  private static Path place(Path trash, String name, long seconds) {
    String kept = name;
    while (kept.getBytes(StandardCharsets.UTF_8).length > MAX_NAME) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    long at = seconds;
    Path place = trash.resolve(kept + ".d" + at);
    while (Files.exists(place)) {
      at++;
      place = trash.resolve(kept + ".d" + at);
    }
    return place;
  }

  Optional<TrashItem> item(Path place) {
    return Optional.ofNullable(items.get(place));
  }

  /** For good. */
  void delete(Path place) {
    disk.delete(place);
    catalog.removed(place);
    items.remove(place);
  }

  /**
   * Puts something back where it was; into the home itself when its folder is gone, and under
   * another name when its own is taken (nextcloud/server, {@code Trashbin::restore}).
   */
  void restore(Path place, String userId) throws IOException {
    TrashItem item = item(place).orElseThrow(() -> SabreError.notFound(String.valueOf(place)));
    DavPath was = DavPath.decoded("/files/" + userId + "/" + item.location());
    DavPath home = DavPath.decoded("/files/" + userId);
    DavPath parent = Files.isDirectory(disk.of(was.parent())) ? was.parent() : home;
    Path target = free(disk.of(parent), item.name());
    Files.move(place, target);
    catalog.moved(place, target);
    items.remove(place);
  }

  private static Path free(Path folder, String name) {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : "";
    Path place = folder.resolve(name);
    for (int i = 1; Files.exists(place); i++) {
      place = folder.resolve(stem + (i == 1 ? " (restored)" : " (restored " + i + ")") + ending);
    }
    return place;
  }
}
