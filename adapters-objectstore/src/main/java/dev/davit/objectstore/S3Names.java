package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.EntryId;

/**
 * Names and keys. An entry's key is its path; a folder's ends in a slash, and has an object of no
 * bytes so that it is there while nothing is in it.
 */
final class S3Names {
  /** Before the keys of what is this adapter's own, which no name of a user's can begin with. */
  static final String OWN = ".davit-";

  private S3Names() {}

  /** As of the disk's, but without what XML can't say: S3 speaks of keys in XML. */
  static boolean isUsable(String name) {
    return DiskNames.isUsable(name) && name.codePoints().allMatch(S3Names::isSayable);
  }

  /** Whether this character may stand in a request in XML. */
  static boolean isSayable(int point) {
    return point >= ' ' && point != 0x7f && point != 0xfffe && point != 0xffff;
  }

  /** Where a new entry would be; refuses names that can't be, in words. */
  static EntryPath child(EntryPath folder, String name, Kind kind) {
    DiskNames.check(name);
    if (!isUsable(name)) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "This name can't be used here: it has control characters.");
    }
    EntryPath path = folder.child(name, kind);
    DiskWriter.requireAddressable(path);
    return path;
  }

  /** The path in an id; refuses what this adapter can't have minted. */
  static EntryPath path(EntryId id) {
    EntryPath path = EntryPath.of(id);
    if (!path.names().stream().allMatch(S3Names::isUsable)) {
      throw DiskErrors.noSuchEntry();
    }
    return path;
  }

  /**
   * The key of an entry; before all keys of what is in it, if it is a folder. Empty for the top.
   */
  static String key(EntryPath path) {
    String joined = String.join("/", path.names());
    return path.isFolder() && !path.isRoot() ? joined + "/" : joined;
  }
}
