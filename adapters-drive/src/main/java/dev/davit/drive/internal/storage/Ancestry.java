package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.List;

/** What is in what. */
final class Ancestry {
  /** Google: folders are at most 100 deep. */
  private static final int DEEPEST = 100;

  private final Files files;

  Ancestry(Files files) {
    this.files = files;
  }

  /** Google's id of a folder, which may be known by an alias. */
  String realId(Folder folder) {
    return folder.equals(Folder.MY_DRIVE)
        ? Entries.required(files.get(folder.file()).getId())
        : folder.file();
  }

  /**
   * Holds that a folder is not put into itself.
   *
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST}
   */
  void requireOutside(File moving, Folder target) {
    if (!Entries.isFolder(moving) || target.equals(Folder.MY_DRIVE)) {
      return;
    }
    String at = target.file();
    for (int i = 0; i <= DEEPEST; i++) {
      if (at.equals(moving.getId())) {
        throw new CloudException(ErrorKind.INVALID_REQUEST, "A folder can't be put into itself.");
      }
      List<String> above = above(at);
      if (above.isEmpty()) {
        return;
      }
      at = above.get(0);
    }
  }

  /** Nothing at the top, and above what others have shared. */
  private List<String> above(String id) {
    try {
      List<String> parents = files.get(id).getParents();
      return parents == null ? List.of() : parents;
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  /** For a name that nothing else has. */
  static String mark(File file) {
    String id = Entries.required(file.getId());
    return id.substring(Math.max(0, id.length() - 8));
  }
}
