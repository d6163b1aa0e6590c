package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Json;
import dev.davit.onedrive.internal.upload.OtherNames;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where something may be put. Graph itself refuses what comes to a taken name; this looks
 * before, so that a conflict is told before anything is sent, and names are the same everywhere.
 */
final class Destinations {
  private final Siblings siblings;

  Destinations(Siblings siblings) {
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
   * @param self what is there already and in nobody's way; null for nothing
   * @param isFile whether it may take the place of a file
   */
  record Wish(
      Spot folder,
      String name,
      ConflictPolicy policy,
      String mark,
      @Nullable String ifMatch,
      @Nullable ItemId self,
      boolean isFile) {
    private boolean isRival(Json there) {
      return !Entries.id(there).equals(self);
    }
  }

  /**
   * Looks.
   *
   * @throws CloudException {@link ErrorKind#CONFLICT}; {@link ErrorKind#PRECONDITION_FAILED}
   */
  Destination find(Wish wish) {
    Optional<Json> there = siblings.named(wish.folder(), wish.name()).filter(wish::isRival);
    return switch (wish.policy()) {
      case FAIL -> free(wish, there);
      case REPLACE -> replacing(wish, there);
      case RENAME -> renamed(wish, there);
    };
  }

  private static Destination free(Wish wish, Optional<Json> there) {
    if (there.isPresent()) {
      throw Conflicts.taken();
    }
    return new Destination(wish.folder(), wish.name(), null, OtherNames.NONE);
  }

  private static Destination replacing(Wish wish, Optional<Json> there) {
    if (wish.ifMatch() != null) {
      requireMatch(there, wish.ifMatch());
    }
    if (there.isPresent() && !(wish.isFile() && isPlain(there.get()))) {
      throw Conflicts.taken();
    }
    return new Destination(wish.folder(), wish.name(), there.orElse(null), OtherNames.NONE);
  }

  /**
   * Holds that a file is there and has an etag, a strong one (RFC 9110, 13.1.1).
   *
   * @throws CloudException {@link ErrorKind#PRECONDITION_FAILED}
   */
  static void requireMatch(Optional<Json> there, String etag) {
    if (etag.startsWith("W/")
        || there.filter(file -> isPlain(file) && etag.equals(Entries.etag(file))).isEmpty()) {
      throw Conflicts.changed();
    }
  }

  /** A file with bytes of its own: no folder, no package, no shortcut. */
  private static boolean isPlain(Json item) {
    return Entries.isFile(item) && !Entries.isShortcut(item);
  }

  private Destination renamed(Wish wish, Optional<Json> there) {
    OtherNames others = siblings.others(wish.folder(), wish.name(), wish.mark());
    String name = there.isEmpty() ? wish.name() : others.next().orElseThrow(Conflicts::taken);
    return new Destination(wish.folder(), name, null, others);
  }
}
