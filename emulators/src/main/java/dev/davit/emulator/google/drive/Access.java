package dev.davit.emulator.google.drive;

import java.util.Optional;

/** Who may see and do what (guides/manage-sharing, guides/about-shareddrives). Under the lock. */
final class Access {
  private static final String ROOT = "root";

  private final Tree tree;

  Access(Tree tree) {
    this.tree = tree;
  }

  /** What somebody may do with an item, whatever their token is good for. */
  Role role(Who who, Item item) {
    Role best = tree.drive(item.driveId).map(drive -> member(drive, who)).orElse(Role.NONE);
    for (Item each : tree.path(item)) {
      Role here = each.owner.equals(who.account()) ? Role.OWNER : share(each, who);
      best = here.atLeast(best) ? here : best;
    }
    return best;
  }

  private static Role member(SharedDrive drive, Who who) {
    return drive.members().getOrDefault(who.account(), Role.NONE);
  }

  private static Role share(Item item, Who who) {
    return item.shares.getOrDefault(who.account(), Role.NONE);
  }

  /**
   * Whether a token reaches an item. Under drive.file those only that its application made or was
   * given (guides/api-specific-auth).
   */
  boolean sees(Who who, Item item) {
    boolean reached = !who.onlyOwnFiles() || item.clients.contains(who.client());
    return reached && role(who, item).atLeast(Role.READER);
  }

  /** Whether the caller is a member of a shared drive. */
  Optional<SharedDrive> drive(Who who, String id) {
    return tree.drive(id).filter(drive -> member(drive, who).atLeast(Role.READER));
  }

  /**
   * The item with this id or alias. In a shared drive it is only there for who says {@code
   * supportsAllDrives} (guides/enable-shareddrives).
   *
   * @throws DriveError 404 when it is not there for this caller
   */
  Item require(Who who, String id, boolean allDrives) {
    Item item = find(who, id).orElseThrow(() -> Refusals.notFound(id));
    if (!sees(who, item) || (!item.driveId.isEmpty() && !allDrives)) {
      throw Refusals.notFound(id);
    }
    return item;
  }

  private Optional<Item> find(Who who, String id) {
    return id.equals(ROOT) ? Optional.of(tree.root(who.account())) : tree.get(id);
  }

  /** The same, where the caller has at least a role. */
  Item require(Who who, String id, boolean allDrives, Role least) {
    Item item = require(who, id, allDrives);
    if (!role(who, item).atLeast(least)) {
      throw Refusals.permissions(id);
    }
    return item;
  }

  /**
   * A folder to put something into; the caller's own top folder also under drive.file, where it
   * can't be looked at.
   */
  Item parent(Who who, String id, boolean allDrives) {
    Item root = tree.root(who.account());
    Item parent =
        id.equals(ROOT) || id.equals(root.id) ? root : require(who, id, allDrives, Role.WRITER);
    if (!parent.isFolder()) {
      throw DriveError.of(403, "parentNotAFolder", "The specified parent is not a folder.");
    }
    return parent;
  }

  /** The id that an alias stands for. */
  String resolve(Who who, String id) {
    return id.equals(ROOT) ? tree.root(who.account()).id : id;
  }
}
