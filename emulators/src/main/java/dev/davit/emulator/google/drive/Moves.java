package dev.davit.emulator.google.drive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts files elsewhere (guides/folder, "Move files between folders"; guides/ref-single-parent).
 * Under the tree's lock.
 */
final class Moves {
  private final World world;

  Moves(World world) {
    this.world = world;
  }

  /** Does what {@code addParents} and {@code removeParents} say. */
  void move(Updates.Change change, Item item) {
    List<String> add = ids(change.who(), change.add());
    List<String> remove = ids(change.who(), change.remove());
    for (String id : remove) {
      if (!id.equals(item.parent)) {
        throw Refusals.notFound(id);
      }
    }
    if (add.equals(List.of(String.valueOf(item.parent)))) {
      return;
    }
    if (add.size() > 1 || add.size() > remove.size()) {
      throw Creates.severalParents();
    }
    if (add.size() < remove.size()) {
      throw Refusals.badRequest("A file must have exactly one parent.");
    }
    if (!add.isEmpty()) {
      move(change, item, world.access().parent(change.who(), add.get(0), change.allDrives()));
    }
  }

  private List<String> ids(Who who, String list) {
    List<String> ids = new ArrayList<>();
    Arrays.stream(list.split(",", -1))
        .filter(id -> !id.isBlank())
        .map(id -> world.access().resolve(who, id.trim()))
        .forEach(ids::add);
    return ids;
  }

  private void move(Updates.Change change, Item item, Item parent) {
    Tree tree = world.tree();
    if (tree.path(parent).contains(item)) {
      throw Refusals.badRequest(
          "The operation would create a cycle in the directory graph: " + item.id + ".");
    }
    checkDrives(change.who(), item, parent);
    world.limits().child(parent);
    if (item.isFolder()) {
      world.limits().depth(parent, levels(item));
    }
    boolean out = parent.driveId.isEmpty();
    tree.below(item).forEach(moved -> moved.owner = out ? owner(moved, change.who()) : "");
    tree.move(item, parent);
  }

  private static String owner(Item item, Who who) {
    return item.owner.isEmpty() ? who.account() : item.owner;
  }

  private int levels(Item folder) {
    return 1
        + world.tree().children(folder.id).stream()
            .filter(Item::isFolder)
            .mapToInt(this::levels)
            .max()
            .orElse(0);
  }

  /** guides/enable-shareddrives; guides/about-shareddrives, "Moving". */
  private void checkDrives(Who who, Item item, Item parent) {
    boolean across = !item.driveId.equals(parent.driveId);
    Role least = item.driveId.isEmpty() ? Role.WRITER : Role.MANAGER;
    if (!world.access().role(who, item).atLeast(across ? Role.OWNER : least)) {
      throw Refusals.permissions(item.id);
    }
    if (across && item.isFolder()) {
      throw DriveError.of(
          403,
          "teamDrivesFolderMoveInNotSupported",
          "Moving folders into shared drives is not supported.");
    }
  }
}
