package dev.davit.objectstore;

import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.EntryId;

/** Ids as clients have them. */
final class S3TestIds {
  private S3TestIds() {}

  static EntryId file(String name) {
    return EntryPath.ROOT.child(name, Kind.FILE).id();
  }
}
