package dev.davit.emulator.nextcloud;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a user may do with a file or folder, as the letters of {@code oc:permissions}
 * (WebDAV/basic.rst): G read, D delete, N rename, V move, W write, C make files, K make folders, S
 * shared, R may be shared, M mounted. Holds for everything below a folder, too.
 */
final class Permissions {
  private static final String FILE = "RGDNVW";
  private static final String FOLDER = "RGDNVCK";

  private final Map<DavPath, String> restricted = new ConcurrentHashMap<>();

  void restrict(DavPath path, String letters) {
    restricted.put(path, letters);
  }

  String of(DavPath path, boolean folder) {
    return restriction(path).orElse(folder ? FOLDER : FILE);
  }

  private Optional<String> restriction(DavPath path) {
    for (DavPath at = path; !at.segments().isEmpty(); at = at.parent()) {
      String letters = restricted.get(at);
      if (letters != null) {
        return Optional.of(letters);
      }
    }
    return Optional.empty();
  }

  /** Refuses with 403 what the letters do not allow. */
  void need(char letter, DavPath path, boolean folder) {
    if (of(path, folder).indexOf(letter) < 0) {
      throw SabreError.of(403, "No permission for " + path.name());
    }
  }
}
