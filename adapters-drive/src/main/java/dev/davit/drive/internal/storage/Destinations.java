package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds where something may be put. Nothing that a Drive does depends on a name being free: this
 * looks, and {@link Newcomers} looks again.
 */
final class Destinations {
  private final Folders folders;
  private final Siblings siblings;

  Destinations(Folders folders, Siblings siblings) {
    this.folders = folders;
    this.siblings = siblings;
  }

  /**
   * What is to be put somewhere.
   *
   * @param folder into which folder
   * @param name under which name
   * @param policy where that is taken
   * @param mark for a name that nothing else has
   * @param ifMatch the etag that what is replaced must have; null for any
   * @param self Google's id of what is there already and in nobody's way; null for none
   * @param isFile whether it may take the place of a file
   */
  record Wish(
      EntryId folder,
      String name,
      ConflictPolicy policy,
      String mark,
      @Nullable String ifMatch,
      @Nullable String self,
      boolean isFile) {
    /** Something new. */
    static Wish of(EntryId folder, String name, ConflictPolicy policy, String mark) {
      return new Wish(folder, name, policy, mark, null, null, true);
    }

    /** A file or folder that is there already, elsewhere or under another name. */
    static Wish placing(
        File file, EntryId folder, String name, ConflictPolicy policy, @Nullable String self) {
      return new Wish(
          folder,
          Siblings.shown(file).equals(name) ? name : Names.checked(name),
          policy,
          Ancestry.mark(file),
          null,
          self,
          !Entries.isFolder(file));
    }

    private boolean isRival(File file) {
      return !Entries.required(file.getId()).equals(self);
    }
  }

  /**
   * Looks.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} and {@link ErrorKind#INVALID_REQUEST} if
   *     that is no folder; {@link ErrorKind#CONFLICT}; {@link ErrorKind#PRECONDITION_FAILED}
   */
  Destination find(Wish wish) {
    Folder folder = assumed(wish.folder());
    List<File> there = siblings.named(folder, List.of(wish.name()));
    if (there.isEmpty()) {
      // Google finds nothing in what is no folder, or leads to one, too.
      Folder real = folders.existing(wish.folder());
      there = real.equals(folder) ? there : siblings.named(real, List.of(wish.name()));
      folder = real;
    }
    return settled(wish, folder, there.stream().filter(wish::isRival).toList());
  }

  private Folder assumed(EntryId folder) {
    return folder.equals(DriveId.SHARED_DRIVES)
        ? folders.existing(folder)
        : folders.assumed(folder);
  }

  private Destination settled(Wish wish, Folder folder, List<File> there) {
    return switch (wish.policy()) {
      case FAIL -> free(wish, folder, there);
      case REPLACE -> new Destination(folder, wish.name(), wish.policy(), replaced(wish, there));
      case RENAME -> new Destination(folder, renamed(wish, folder, there), wish.policy(), null);
    };
  }

  private static Destination free(Wish wish, Folder folder, List<File> there) {
    if (!there.isEmpty()) {
      throw Conflicts.taken();
    }
    return new Destination(folder, wish.name(), wish.policy(), null);
  }

  /** Of several the one with the wanted etag, or the one that was changed last. */
  private static @Nullable File replaced(Wish wish, List<File> there) {
    List<File> files = there.stream().filter(Destinations::isPlain).toList();
    if (wish.ifMatch() != null) {
      return files.stream()
          .filter(file -> isMatch(file, wish.ifMatch()))
          .findFirst()
          .orElseThrow(Conflicts::changed);
    }
    if (there.isEmpty()) {
      return null;
    }
    if (!wish.isFile()) {
      throw Conflicts.taken();
    }
    return files.stream().min(Siblings.LATEST).orElseThrow(Conflicts::taken);
  }

  /** A file with bytes of its own: no folder, no shortcut, no document of Google's. */
  private static boolean isPlain(File file) {
    return !Native.is(Entries.required(file.getMimeType()));
  }

  /** Whether a file has a strong etag (RFC 9110, 13.1.1). */
  static boolean isMatch(File file, String etag) {
    return !etag.startsWith("W/") && etag.equals(Entries.etag(file));
  }

  private String renamed(Wish wish, Folder folder, List<File> there) {
    return there.isEmpty() ? wish.name() : variant(folder, wish.name(), wish.mark(), wish.self());
  }

  /** A free name in place of one that is taken. */
  String variant(Folder folder, String name, String mark, @Nullable String self) {
    List<String> variants = Names.variants(name, mark);
    Set<String> taken =
        siblings.named(folder, variants).stream()
            .filter(file -> !Entries.required(file.getId()).equals(self))
            .map(Siblings::shown)
            .collect(Collectors.toSet());
    return variants.stream()
        .filter(free -> !taken.contains(free))
        .findFirst()
        .orElseThrow(Conflicts::taken);
  }
}
