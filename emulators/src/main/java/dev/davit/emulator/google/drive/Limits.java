package dev.davit.emulator.google.drive;

import java.util.OptionalLong;

/** How much there may be. Under the tree's lock. */
final class Limits {
  /** The largest file: 5 TB (support.google.com/drive/answer/37603, about.maxUploadSize). */
  static final long LARGEST = 5_242_880_000_000L;

  private final Tree tree;
  private final People people;
  private final DriveFaults faults;

  Limits(Tree tree, People people, DriveFaults faults) {
    this.tree = tree;
    this.people = people;
    this.faults = faults;
  }

  /**
   * Lets through what still fits into an account (guides/handle-errors, storageQuotaExceeded);
   * shared drives have no such limit.
   */
  void room(String account, String driveId, long bytes) {
    if (bytes > LARGEST) {
      throw DriveError.of(413, "uploadTooLarge", "Upload is too large.");
    }
    OptionalLong limit = people.limit(account);
    if (limit.isPresent()
        && driveId.isEmpty()
        && bytes > 0
        && tree.used(account) + bytes > limit.getAsLong()) {
      throw Refusals.storageQuota();
    }
  }

  /**
   * Lets one more into a folder (guides/folder, "File and folder limits"; guides/handle-errors,
   * numChildrenInNonRootLimitExceeded).
   */
  void child(Item parent) {
    if (tree.children(parent.id).size() >= faults.childLimit()) {
      throw DriveError.of(
          403,
          "numChildrenInNonRootLimitExceeded",
          "The limit for this folder's number of children (files and folders) has been exceeded.");
    }
  }

  /** Lets a tree of so many levels into a folder: at most 100 levels in all (guides/folder). */
  void depth(Item parent, int levels) {
    if (tree.path(parent).size() + levels - 1 > faults.depthLimit()) {
      boolean mine = parent.driveId.isEmpty();
      throw DriveError.of(
          403,
          mine ? "myDriveHierarchyDepthLimitExceeded" : "teamDriveHierarchyTooDeep",
          "The folder hierarchy depth will exceed the limit.");
    }
  }
}
