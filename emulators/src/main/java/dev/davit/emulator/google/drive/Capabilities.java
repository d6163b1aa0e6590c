package dev.davit.emulator.google.drive;

import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody may do with a file, as the API shows it (reference/rest/v3/files). */
final class Capabilities {
  private Capabilities() {}

  static Map<String, Object> of(Item item, Role role) {
    boolean write = role.atLeast(Role.WRITER);
    boolean folder = item.isFolder();
    boolean drive = !item.driveId.isEmpty();
    boolean top = item.parent == null && item.owner.isEmpty();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("canAddChildren", folder && write);
    all.put("canComment", write);
    all.put("canCopy", !folder && !item.noDownload);
    all.put("canDelete", role.atLeast(Role.OWNER) && !top);
    all.put("canDownload", canDownload(item));
    all.put("canEdit", write);
    all.put("canListChildren", folder);
    all.put("canModifyContent", write && !folder);
    all.put("canMoveItemOutOfDrive", role.atLeast(Role.MANAGER) && drive);
    all.put("canMoveItemWithinDrive", drive ? role.atLeast(Role.MANAGER) : write);
    all.put("canReadRevisions", write && !folder);
    all.put("canRemoveChildren", folder && write);
    all.put("canRename", write);
    all.put("canShare", write);
    all.put("canTrash", role.atLeast(Role.MANAGER) && !top);
    all.put("canUntrash", role.atLeast(Role.MANAGER) && !top);
    return all;
  }

  /** Whether there are bytes that may be had. */
  static boolean canDownload(Item item) {
    return !item.noDownload && !item.isFolder();
  }
}
