package dev.davit.emulator.microsoft.graph;

import java.util.Optional;

/** Folders that a {@code parentReference} names (resources/itemreference). Under the lock. */
final class References {
  private static final String ROOT = "/root:";

  private final World world;

  References(World world) {
    this.world = world;
  }

  /**
   * The folder, for who may write to it; empty where the reference names none.
   *
   * @param otherwise the drive, where the reference names none
   * @throws Refused 404 where it is not there, 400 where it is no folder or called {@code root}
   */
  Optional<Item> find(Call call, Metadata reference, Drive otherwise) {
    Drive drive =
        reference
            .text("driveId")
            .map(id -> world.store().drive(id).orElseThrow(Refusals::notFound))
            .orElse(otherwise);
    Optional<Item> found = reference.text("id").map(id -> byId(drive, id));
    if (found.isEmpty()) {
      found = reference.text("path").map(path -> byPath(drive, path));
    }
    found.ifPresent(
        folder -> {
          world.access().write(folder, call.who());
          Places.holds(folder);
        });
    return found;
  }

  private static Item byId(Drive drive, String id) {
    if (id.equals(Address.ROOT)) {
      throw Refusals.invalid("The id of a parent can't be 'root'; it must be the folder's own.");
    }
    return Optional.ofNullable(drive.items.get(id)).orElseThrow(Refusals::notFound);
  }

  /** {@code /drive/root:/a/b}. */
  private static Item byPath(Drive drive, String path) {
    int root = path.indexOf(ROOT);
    if (root < 0) {
      throw Refusals.invalid("The path of the parent must begin with /drive/root:.");
    }
    Optional<Item> found = Optional.of(drive.top());
    for (String name : Address.names(path.substring(root + ROOT.length()))) {
      found = found.map(at -> at.children.get(Item.key(name)));
    }
    return found.orElseThrow(Refusals::notFound);
  }
}
