package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Json;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in what. */
final class Ancestry {
  /** A path has at most 400 characters, and each folder takes two of them. */
  private static final int DEEPEST = 200;

  private final Siblings siblings;

  Ancestry(Siblings siblings) {
    this.siblings = siblings;
  }

  /**
   * Holds that a folder is not put into itself.
   *
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST}
   */
  void requireOutside(Json moving, Json target) {
    if (!Entries.isFolder(moving)) {
      return;
    }
    ItemId self = Entries.id(moving).content();
    Json at = target;
    for (int i = 0; at != null && i <= DEEPEST; i++) {
      if (Entries.id(at).equals(self)) {
        throw new CloudException(ErrorKind.INVALID_REQUEST, "A folder can't be put into itself.");
      }
      at = above(at);
    }
  }

  /** Nothing at the top, and above what others have shared. */
  private @Nullable Json above(Json item) {
    ItemId parent = parent(item);
    Optional<Json> found =
        parent == null || item.object("root") != null
            ? Optional.empty()
            : siblings.at(parent.spot());
    return found.orElse(null);
  }

  /** The folder that an item is in; null where Graph does not say. */
  static @Nullable ItemId parent(Json item) {
    Json parent = item.object("parentReference");
    String drive = parent == null ? null : parent.text("driveId");
    String id = parent == null ? null : parent.text("id");
    return drive == null || id == null ? null : new ItemId(drive, id);
  }

  /** For a name that nothing else has. */
  static String mark(Json item) {
    String id = Entries.id(item).item().replaceAll("[^A-Za-z0-9]", "");
    return id.substring(Math.max(0, id.length() - 8));
  }
}
