package dev.davit.webdav.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.webdav.internal.dav.DavPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something that is already in the storage is to be put, and what happens to what is there.
 *
 * @param folder into which folder, which is there
 * @param name the wanted name
 * @param isFolder whether it is a folder that is put there
 * @param policy what to do where the name is taken
 * @param ifMatch the strong etag that what is replaced must have; null for any
 * @param mark for a name that nothing else has
 */
public record Landing(
    DavPath folder,
    String name,
    boolean isFolder,
    ConflictPolicy policy,
    @Nullable String ifMatch,
    String mark) {
  private static final int VARIANTS = 50;

  /** The path with the wanted name. */
  public DavPath wanted() {
    return Names.child(folder, name, isFolder);
  }

  /** The path with the n-th name to try, from 1 on; the last is free unless somebody guessed it. */
  private DavPath variant(int number) {
    String last = number > VARIANTS ? mark : Integer.toString(number);
    return number == 1 ? wanted() : Names.child(folder, Names.variant(name, last), isFolder);
  }

  /**
   * Refuses what can be refused before anything is sent.
   *
   * @throws CloudException {@link ErrorKind#CONFLICT}, {@link ErrorKind#PRECONDITION_FAILED}
   */
  public void check(Propfind propfind) {
    if (policy != ConflictPolicy.RENAME) {
      checkPresent(propfind.find(wanted()));
    }
  }

  /**
   * This, with a name that is free now in place of the wanted one where the policy is to take
   * another: from then on that name or none.
   *
   * @throws CloudException {@link ErrorKind#CONFLICT} if there is none
   */
  public Landing settled(Propfind propfind) {
    if (policy != ConflictPolicy.RENAME) {
      return this;
    }
    for (int number = 1; number <= VARIANTS + 1; number++) {
      DavPath there = variant(number);
      if (propfind.find(there).isEmpty()) {
        return new Landing(folder, there.name(), isFolder, ConflictPolicy.FAIL, ifMatch, mark);
      }
    }
    throw taken();
  }

  /** As {@link #check}, of what was just seen to be there. */
  public void checkPresent(Optional<Found> present) {
    if (ifMatch != null && present.filter(found -> !found.isFolder()).isEmpty()) {
      throw changed();
    }
    present.ifPresent(this::checkReplaceable);
  }

  private void checkReplaceable(Found present) {
    if (policy == ConflictPolicy.FAIL || present.isFolder() || isFolder) {
      throw taken();
    }
    if (ifMatch != null && (ifMatch.startsWith("W/") || !ifMatch.equals(etag(present)))) {
      throw changed();
    }
  }

  private static @Nullable String etag(Found found) {
    return found.resource().etag();
  }

  /**
   * Puts it there.
   *
   * @return where it is now
   * @throws CloudException as {@link #check}; then it is where it was
   */
  public DavPath land(DavPath from, Moves mover, Propfind propfind) {
    return switch (policy) {
      case FAIL -> put(from, mover, propfind);
      case REPLACE -> replace(from, mover, propfind);
      case RENAME -> rename(from, mover, propfind);
    };
  }

  /** Looks once more: a server may not heed that nothing is to be overwritten. */
  private DavPath put(DavPath from, Moves mover, Propfind propfind) {
    if (propfind.find(wanted()).isPresent() || !mover.move(from, wanted(), false)) {
      throw taken();
    }
    return wanted();
  }

  /** Overwrites only what was just seen to be a file: a folder would be removed with all in it. */
  private DavPath replace(DavPath from, Moves mover, Propfind propfind) {
    Optional<Found> present = propfind.find(wanted());
    if (present.isEmpty() && ifMatch == null && mover.move(from, wanted(), false)) {
      return wanted();
    }
    checkPresent(present.isPresent() ? present : propfind.find(wanted()));
    if (!mover.move(from, wanted(), true)) {
      throw taken();
    }
    return wanted();
  }

  private DavPath rename(DavPath from, Moves mover, Propfind propfind) {
    for (int number = 1; number <= VARIANTS + 1; number++) {
      DavPath there = variant(number);
      if (propfind.find(there).isEmpty() && mover.move(from, there, false)) {
        return there;
      }
    }
    throw taken();
  }

  private static CloudException taken() {
    return new CloudException(
        ErrorKind.CONFLICT, "There is a file or folder of this name already.");
  }

  private static CloudException changed() {
    return new CloudException(ErrorKind.PRECONDITION_FAILED, "The file has changed meanwhile.");
  }
}
