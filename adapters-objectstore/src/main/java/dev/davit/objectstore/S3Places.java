package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Entry.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is where. */
final class S3Places {
  private final S3Bucket bucket;

  S3Places(S3Bucket bucket) {
    this.bucket = bucket;
  }

  /**
   * What is known of an entry.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND}
   */
  Entry stat(EntryPath path) {
    if (path.isFolder()) {
      requireFolder(path);
      return Stored.folder(path);
    }
    return file(path).entry(path);
  }

  /** The file of a path, which must be one. */
  Stored file(EntryPath path) {
    if (path.isFolder()) {
      throw DiskErrors.noSuchEntry();
    }
    return bucket.findSurely(S3Names.key(path)).orElseThrow(DiskErrors::noSuchEntry);
  }

  void requireFolder(EntryPath path) {
    if (!isFolder(path)) {
      throw DiskErrors.noSuchEntry();
    }
  }

  /** Whether there is such a folder: its own object, or anything in it that others put there. */
  boolean isFolder(EntryPath path) {
    if (path.isRoot()) {
      return true;
    }
    return path.isFolder() && bucket.isPrefix(S3Names.key(path));
  }

  /** What has a name already; null for nothing. */
  @Nullable Kind taken(EntryPath folder, String name) {
    if (bucket.find(S3Names.key(folder.child(name, Kind.FILE))).isPresent()) {
      return Kind.FILE;
    }
    return isFolder(folder.child(name, Kind.FOLDER)) ? Kind.FOLDER : null;
  }

  /**
   * Where something new is to be, as far as can be told before it is there.
   *
   * @param wanted under which name, if it is free or the policy lets it be replaced
   * @throws CloudException {@link ErrorKind#CONFLICT}
   */
  EntryPath free(EntryPath wanted, ConflictPolicy conflict) {
    EntryPath folder = wanted.parent();
    int most = conflict == ConflictPolicy.RENAME ? DiskPlaces.MAX_NUMBERED : 1;
    for (int number = 1; number <= most; number++) {
      String name = DiskNames.numbered(wanted.name(), number);
      Kind there = taken(folder, name);
      boolean replaces = conflict == ConflictPolicy.REPLACE && there == Kind.FILE;
      if (there == null || (replaces && !wanted.isFolder())) {
        return folder.child(name, wanted.kind());
      }
    }
    throw DiskErrors.taken();
  }

  /** The file that must have this etag, just before it is replaced. */
  void requireMatch(EntryPath path, @Nullable String etag) {
    if (etag != null) {
      Optional<Stored> there = bucket.find(S3Names.key(path));
      if (there.filter(file -> file.etag().equals(etag)).isEmpty()) {
        throw S3Errors.changed();
      }
    }
  }
}
