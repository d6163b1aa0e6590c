package dev.davit.emulator.google.drive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes files (guides/create-file, reference/rest/v3/files/create). Under the tree's lock. */
final class Creates {
  private static final String UNTITLED = "Untitled";

  private final World world;

  Creates(World world) {
    this.world = world;
  }

  /**
   * Whether a file of so many bytes could be made.
   *
   * @throws DriveError for the reason why not
   */
  Item check(Who who, boolean allDrives, Metadata metadata, long bytes) {
    metadata.text("id").ifPresent(id -> checkId(id, metadata));
    Item parent = parent(who, allDrives, metadata.texts("parents"));
    world.limits().child(parent);
    if (isFolder(metadata)) {
      world.limits().depth(parent, 1);
    }
    world.limits().room(who.account(), parent.driveId, bytes);
    return parent;
  }

  private static boolean isFolder(Metadata metadata) {
    return metadata.text("mimeType").filter(Types.FOLDER::equals).isPresent();
  }

  /**
   * An id must be one of files.generateIds, and not for documents of Google's own; one that has
   * been used makes no second file (guides/manage-uploads, "Use a pregenerated ID").
   */
  private void checkId(String id, Metadata metadata) {
    if (world.tree().isUsed(id)) {
      throw inUse();
    }
    boolean document = !Types.exportsOf(metadata.text("mimeType").orElse("")).isEmpty();
    if (!world.ids().isReserved(id) || document) {
      throw DriveError.of(400, "invalid", "The provided file ID is not usable.")
          .with("status", "INVALID_ARGUMENT");
    }
  }

  static DriveError inUse() {
    return DriveError.of(409, "fileIdInUse", "A file already exists with the provided ID.");
  }

  /** One parent at most (guides/ref-single-parent); without any the top folder. */
  Item parent(Who who, boolean allDrives, List<String> parents) {
    if (parents.size() > 1) {
      throw severalParents();
    }
    return parents.isEmpty()
        ? world.tree().root(who.account())
        : world.access().parent(who, parents.get(0), allDrives);
  }

  static DriveError severalParents() {
    return DriveError.of(403, "cannotAddParent", "Increasing the number of parents is not allowed");
  }

  /** Makes a file; without content a folder, a shortcut or an empty document of Google's own. */
  Item create(Who who, boolean allDrives, Metadata metadata, @Nullable Incoming incoming) {
    long bytes = incoming == null ? 0 : incoming.content().size();
    Item parent = check(who, allDrives, metadata, bytes);
    Item item = blank(metadata, incoming == null ? "" : incoming.type());
    made(item, who, parent);
    if (incoming != null) {
      fill(item, incoming);
    }
    if (item.isShortcut()) {
      target(who, item, metadata);
    }
    world.tree().add(item, parent);
    return item;
  }

  private Item blank(Metadata metadata, String contentType) {
    Instant now = world.tree().now();
    String id = metadata.text("id").orElseGet(world.ids()::file);
    String type = metadata.text("mimeType").orElse(contentType);
    Item item = new Item(id, UNTITLED, type.isEmpty() ? Types.BINARY : type, now);
    metadata.apply(item, now);
    metadata.time("createdTime").ifPresent(time -> item.created = time);
    item.originalFilename = metadata.text("originalFilename").orElse(item.name);
    return item;
  }

  /** What becomes a document of Google's own is converted (guides/manage-uploads). */
  private void fill(Item item, Incoming incoming) {
    if (item.isFolder() || item.isShortcut()) {
      throw Refusals.badRequest("A file of this type has no content.");
    }
    if (Types.isNative(item.mimeType)) {
      item.exports.put("", incoming.content());
      item.text = incoming.text();
    } else {
      incoming.into(item, world.ids().token());
    }
  }

  /** Says whose it is. */
  static void made(Item item, Who who, Item parent) {
    item.creator = who.account();
    item.owner = parent.driveId.isEmpty() ? who.account() : "";
    item.clients.add(who.client());
  }

  /** A shortcut wants a target that is there, and no shortcut (guides/shortcuts). */
  private void target(Who who, Item item, Metadata metadata) {
    String target = metadata.map("shortcutDetails").getOrDefault("targetId", "");
    if (target.isEmpty()) {
      throw Refusals.required("shortcutDetails.targetId", "A shortcut needs a target ID.");
    }
    Item found = world.access().require(who, target, true);
    if (found.isShortcut()) {
      throw DriveError.of(
          403, "shortcutTargetInvalid", "The shortcut target is not a valid target.");
    }
    item.targetId = target;
    item.targetType = found.mimeType;
  }
}
