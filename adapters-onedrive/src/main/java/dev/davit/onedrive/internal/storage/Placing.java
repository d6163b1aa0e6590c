package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Json;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A folder that something is to be put into, as it is: what a shortcut to it leads to.
 *
 * @param folder the folder
 * @param id its id
 */
record Placing(Json folder, ItemId id) {
  /**
   * Looks it up.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND}; {@link ErrorKind#INVALID_REQUEST} if it is
   *     a file
   */
  static Placing of(Tools tools, EntryId folder) {
    Json found = tools.items().content(folder);
    if (!Entries.isFolder(found)) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "This is a file, not a folder.");
    }
    return new Placing(found, Entries.id(found));
  }

  /** Looks where in it something may be put that is there already. */
  Destination destination(
      Tools tools, Json item, String name, ConflictPolicy conflict, @Nullable ItemId self) {
    return tools
        .destinations()
        .find(
            new Destinations.Wish(
                id.spot(),
                Objects.equals(item.text("name"), name) ? name : Names.checked(name),
                conflict,
                Ancestry.mark(item),
                null,
                self,
                !Entries.isFolder(item)));
  }

  /** As Graph is told of it; by its own id, since {@code root} is not taken for one. */
  Map<String, Object> reference() {
    return Map.of("driveId", id.drive(), "id", id.item());
  }
}
