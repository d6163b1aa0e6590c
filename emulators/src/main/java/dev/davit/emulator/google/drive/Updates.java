package dev.davit.emulator.google.drive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes files (reference/rest/v3/files/update). Under the tree's lock. */
final class Updates {
  private final World world;
  private final Moves moves;

  Updates(World world) {
    this.world = world;
    this.moves = new Moves(world);
  }

  /**
   * Whether a file could get content of so many bytes.
   *
   * @throws DriveError for the reason why not
   */
  Item check(Who who, boolean allDrives, String id, long bytes) {
    Item item = world.access().require(who, id, allDrives, Role.WRITER);
    if (bytes > 0 && Types.isNative(item.mimeType)) {
      throw DriveError.of(
          403, "fileNotUpdatable", "The content of this kind of file can't be replaced.");
    }
    world.limits().room(item.owner, item.driveId, Math.max(0, bytes - item.size()));
    return item;
  }

  /** Changes a file: its place, its fields and its content, or nothing of all that. */
  Item update(Change change, Metadata metadata, @Nullable Incoming incoming) {
    long bytes = incoming == null ? 0 : incoming.content().size();
    Item item = check(change.who(), change.allDrives(), change.id(), bytes);
    metadata.flag("trashed").ifPresent(trashed -> checkTrash(change.who(), item));
    moves.move(change, item);
    Instant now = world.tree().now();
    if (incoming != null) {
      incoming.into(item, world.ids().token());
      item.modified = now;
      setType(item, incoming.type());
    }
    metadata.apply(item, now);
    metadata.flag("trashed").ifPresent(trashed -> item.trashed = trashed);
    world.tree().touched(item);
    return item;
  }

  private static void setType(Item item, String type) {
    item.mimeType = type.isEmpty() ? item.mimeType : type;
  }

  private void checkTrash(Who who, Item item) {
    boolean may = world.access().role(who, item).atLeast(Role.MANAGER);
    if (!may || world.tree().isRoot(item)) {
      throw Refusals.permissions(item.id);
    }
  }

  /**
   * What is asked for beside the fields.
   *
   * @param add folders, by id, with commas
   * @param remove folders, by id, with commas
   */
  record Change(Who who, boolean allDrives, String id, String add, String remove) {
    static Change of(Call call) {
      Params params = call.params();
      return new Change(
          call.who(),
          call.allDrives(),
          call.id(),
          params.text("addParents"),
          params.text("removeParents"));
    }
  }
}
