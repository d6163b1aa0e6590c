package dev.davit.emulator.nextcloud;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The chunked uploads under way; forgotten after 24 hours in which nothing came (chunking.rst). */
final class Uploads {
  private static final Duration LIFETIME = Duration.ofHours(24);

  private final Disk disk;
  private final InstantSource clock;
  private final long minimum;
  private final Map<DavPath, Upload> uploads = new ConcurrentHashMap<>();

  /**
   * Knows none yet.
   *
   * @param minimum bytes that every chunk but the last must have
   */
  Uploads(Disk disk, InstantSource clock, long minimum) {
    this.disk = disk;
    this.clock = clock;
    this.minimum = minimum;
  }

  /** Notes a new one, or that something came. */
  void touch(DavPath folder, boolean versionTwo) {
    uploads.put(folder, new Upload(versionTwo, clock.instant().plus(LIFETIME)));
  }

  /** What is known of it, or 404 with this message's name. */
  Upload find(DavPath folder) {
    forgetOld();
    Upload found = uploads.get(folder);
    if (found == null || !Files.isDirectory(disk.of(folder))) {
      throw SabreError.notFound(folder.name());
    }
    return found;
  }

  boolean exists(DavPath folder) {
    forgetOld();
    return uploads.containsKey(folder);
  }

  void remove(DavPath folder) {
    uploads.remove(folder);
    disk.delete(disk.of(folder));
  }

  void forgetOld() {
    List<DavPath> old =
        uploads.entrySet().stream()
            .filter(entry -> !entry.getValue().until().isAfter(clock.instant()))
            .map(Map.Entry::getKey)
            .toList();
    old.forEach(this::remove);
  }

  /** The chunks in the order of their names: as numbers if they are some. */
  List<Path> chunks(DavPath folder) {
    return disk.children(disk.of(folder)).stream()
        .sorted(
            Comparator.comparingLong(Uploads::number)
                .thenComparing(chunk -> chunk.getFileName().toString()))
        .toList();
  }

  private static long number(Path chunk) {
    String name = chunk.getFileName().toString();
    return name.matches("\\d{1,18}") ? Long.parseLong(name) : Long.MAX_VALUE;
  }

  /**
   * Refuses an upload of version 2 with a chunk, other than the last, that is too small: storages
   * such as S3 can't put it together (chunking.rst: "between 5MB and 5GB").
   */
  void checkSizes(DavPath folder) {
    List<Path> chunks = chunks(folder);
    for (Path chunk : chunks.subList(0, Math.max(0, chunks.size() - 1))) {
      if (disk.size(chunk) < minimum) {
        throw SabreError.of(
            400, "Chunk " + chunk.getFileName() + " is smaller than the minimum of " + minimum);
      }
    }
  }
}
