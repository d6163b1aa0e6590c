package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes files: into a temporary one beside its place, which nobody sees; synced; then under its
 * name in one step.
 */
final class DiskWriter {
  private final Disk disk;
  private final DiskPlaces places;

  DiskWriter(Disk disk, DiskPlaces places) {
    this.disk = disk;
    this.places = places;
  }

  Entry write(WriteRequest request) throws IOException {
    WriteAttempt attempt = request.attempt();
    DiskNames.check(attempt.name());
    EntryPath folder = EntryPath.of(attempt.folder());
    requireAddressable(folder.child(attempt.name(), Kind.FILE));
    Path at = disk.locateFolder(folder);
    requirePlace(target(at, attempt.name()), request);
    requireRoom(request.content());
    Path temporary = at.resolve(DiskNames.temporary(attempt.tag()));
    FileChannel channel = FileReceiver.create(temporary, disk.ownerOnly(false));
    try {
      FileReceiver.receive(request.content(), channel);
      BasicFileAttributes arrived = Disk.attributes(temporary);
      String name =
          places.putFile(temporary, at, attempt.name(), request.conflict(), request.ifMatch());
      disk.sync(at);
      return Disk.entry(folder.child(name, Kind.FILE), arrived);
    } finally {
      deleteQuietly(temporary);
    }
  }

  Optional<Entry> recover(WriteAttempt attempt) throws IOException {
    EntryPath folder = EntryPath.of(attempt.folder());
    if (!DiskNames.isUsable(attempt.name())) {
      return Optional.empty();
    }
    try {
      Path at = disk.locateFolder(folder);
      Path temporary = at.resolve(DiskNames.temporary(attempt.tag()));
      boolean arrived = Files.exists(temporary, LinkOption.NOFOLLOW_LINKS);
      String name = arrived ? published(temporary, at, attempt.name()) : attempt.name();
      Files.deleteIfExists(temporary);
      return name == null
          ? Optional.empty()
          : Optional.of(disk.entry(folder.child(name, Kind.FILE)));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    }
  }

  static void requireAddressable(EntryPath path) {
    if (!path.isAddressable()) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "This lies too deep here: choose shorter names.");
    }
  }

  /** Where a name would be, if this file system can have it. */
  static Path target(Path folder, String name) {
    try {
      return Disk.step(folder, name);
    } catch (IOException e) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "The file system of this service can't have that name.", e);
    }
  }

  /** The name under which the bytes were put already, before the temporary one was taken away. */
  private static @Nullable String published(Path temporary, Path folder, String name)
      throws IOException {
    for (int number = 1; number <= DiskPlaces.MAX_NUMBERED; number++) {
      String candidate = DiskNames.numbered(name, number);
      if (DiskPlaces.isSame(temporary, Disk.step(folder, candidate))) {
        return candidate;
      }
    }
    return null;
  }

  private static void requirePlace(Path target, WriteRequest request) throws IOException {
    boolean taken = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (taken && request.conflict() == ConflictPolicy.FAIL) {
      throw DiskErrors.taken();
    }
    if (request.conflict() == ConflictPolicy.REPLACE) {
      DiskPlaces.requireNoFolder(target);
    }
    DiskPlaces.requireMatch(target, request.ifMatch());
  }

  private void requireRoom(Content content) {
    OptionalLong size = content.size();
    if (size.isPresent() && size.getAsLong() > disk.usable()) {
      throw DiskErrors.full(null);
    }
  }

  private static void deleteQuietly(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException ignored) {
      // Nobody sees it, and recover removes it.
    }
  }
}
