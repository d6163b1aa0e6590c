package dev.davit.emulator.google.drive;

import java.time.Instant;
import java.util.List;

/** Copies files (reference/rest/v3/files/copy). Under the tree's lock. */
final class Copies {
  private final World world;
  private final Creates creates;

  Copies(World world, Creates creates) {
    this.world = world;
    this.creates = creates;
  }

  /** Folders can't be copied (guides/folder), nor what may not be downloaded. */
  Item copy(Who who, boolean allDrives, String id, Metadata metadata) {
    Item source = world.access().require(who, id, allDrives);
    if (source.isFolder() || source.noDownload) {
      throw DriveError.of(403, "cannotCopyFile", "This file cannot be copied by the user.");
    }
    checkId(source, metadata);
    creates.check(who, allDrives, metadata, 0);
    Item parent = parent(who, allDrives, metadata, source);
    world.limits().child(parent);
    world.limits().room(who.account(), parent.driveId, source.size());
    Item copy = copied(source, metadata);
    Creates.made(copy, who, parent);
    world.tree().add(copy, parent);
    return copy;
  }

  /**
   * "Pre-generated IDs aren't supported for the creation of Google Workspace files"
   * (guides/create-file), nor, those of files, for shortcuts (files.generateIds, type).
   */
  private static void checkId(Item source, Metadata metadata) {
    if (Types.isNative(source.mimeType) && metadata.text("id").isPresent()) {
      throw DriveError.of(
          400, "generatedIdNotSupported", "Generated IDs are not supported for this file.");
    }
  }

  /** "If omitted, the copy inherits any discoverable parent of the source file." */
  private Item parent(Who who, boolean allDrives, Metadata metadata, Item source) {
    List<String> wanted = metadata.texts("parents");
    if (!wanted.isEmpty()) {
      return creates.parent(who, allDrives, wanted);
    }
    return world
        .tree()
        .get(source.parent)
        .filter(parent -> world.access().role(who, parent).atLeast(Role.WRITER))
        .orElseGet(() -> world.tree().root(who.account()));
  }

  private Item copied(Item source, Metadata metadata) {
    Instant now = world.tree().now();
    String id = metadata.text("id").orElseGet(world.ids()::file);
    Item copy = new Item(id, "Copy of " + source.name, source.mimeType, now);
    copy.content = source.content;
    copy.text = source.text;
    copy.description = source.description;
    copy.originalFilename = source.originalFilename;
    copy.headRevisionId = source.content == null ? "" : world.ids().token();
    copy.exports.putAll(source.exports);
    copy.properties.putAll(source.properties);
    copy.targetId = source.targetId;
    copy.targetType = source.targetType;
    metadata.apply(copy, now);
    return copy;
  }
}
