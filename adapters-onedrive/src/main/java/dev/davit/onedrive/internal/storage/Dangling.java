package dev.davit.onedrive.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.storage.EntryId;
import org.jspecify.annotations.Nullable;

/** Shortcuts whose target is gone, or was taken back by who shared it. */
final class Dangling {
  private Dangling() {}

  /** What a failure at what an entry leads to means for who asked for the entry. */
  static CloudException behind(EntryId id, CloudException e) {
    boolean gone = e.kind() == ErrorKind.NOT_FOUND || e.kind() == ErrorKind.PROVIDER_DENIED;
    return gone && isShortcut(id) ? gone(e) : e;
  }

  static CloudException gone(@Nullable CloudException why) {
    return new CloudException(
        ErrorKind.NOT_FOUND,
        "What this shortcut leads to is gone, or no longer shared with this user.",
        Hints.NONE,
        null,
        why);
  }

  private static boolean isShortcut(EntryId id) {
    return !id.equals(EntryId.ROOT) && ItemId.of(id).target() != null;
  }
}
