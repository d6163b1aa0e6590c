package dev.davit.objectstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Copying;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Moves and copies. S3 can only copy: a move is a copy, proven to be there, and then the removal of
 * what it was made from. Dying in between leaves both, never none.
 */
final class S3Mover implements Copying {
  /** What an id has room for. */
  private static final int LONGEST = 767;

  private final S3Bucket bucket;
  private final S3Places places;
  private final S3Copier copier;
  private final S3Maker maker;
  private final S3Remover remover;

  S3Mover(S3Bucket bucket, S3Places places, S3Remover remover, S3Patience patience) {
    this.bucket = bucket;
    this.places = places;
    this.remover = remover;
    maker = new S3Maker(bucket, patience.pacing().pauses());
    copier = new S3Copier(bucket, patience);
  }

  Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    EntryPath from = DiskMover.movable(S3Names.path(id));
    EntryPath wanted = wanted(from, folder, name);
    return from.isFolder() ? moveFolder(from, wanted, conflict) : moveFile(from, wanted, conflict);
  }

  private Entry moveFolder(EntryPath from, EntryPath wanted, ConflictPolicy conflict) {
    places.requireFolder(from);
    if (from.equals(wanted)) {
      return Stored.folder(from);
    }
    EntryPath to = free(from, wanted, conflict);
    copyAll(from, to);
    removeCopied(S3Names.key(from), S3Names.key(to));
    return Stored.folder(to);
  }

  private Entry moveFile(EntryPath from, EntryPath wanted, ConflictPolicy conflict) {
    Stored source = places.file(from);
    if (from.equals(wanted)) {
      return source.entry(from);
    }
    EntryPath to = free(from, wanted, conflict);
    S3Target target = target(to, source, conflict);
    Stored copy = copier.copy(source, target);
    removeOrUndo(source.key(), target);
    return copy.entry(to);
  }

  @Override
  public Entry copy(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    EntryPath from = DiskMover.movable(S3Names.path(id));
    EntryPath wanted = wanted(from, folder, name);
    Entry there = places.stat(from);
    if (from.equals(wanted) && conflict == ConflictPolicy.REPLACE) {
      return there;
    }
    EntryPath to = free(from, wanted, conflict);
    if (from.isFolder()) {
      copyAll(from, to);
      return Stored.folder(to);
    }
    Stored source = places.file(from);
    return copier.copy(source, target(to, source, conflict)).entry(to);
  }

  private static EntryPath wanted(EntryPath from, EntryId folder, String name) {
    return S3Names.child(S3Names.path(folder), name, from.kind());
  }

  private EntryPath free(EntryPath from, EntryPath wanted, ConflictPolicy conflict) {
    places.requireFolder(wanted.parent());
    if (from.isFolder()) {
      DiskMover.requireOutside(wanted.parent(), from);
    }
    return places.free(wanted, conflict);
  }

  private static S3Target target(EntryPath to, Stored source, ConflictPolicy conflict) {
    return S3Target.of(to, UUID.randomUUID().toString(), source.contentType(), conflict);
  }

  /** After this the thing is in one place, unless the store can't be reached for long. */
  private void removeOrUndo(String key, S3Target target) {
    try {
      remover.surely(key);
    } catch (CloudException first) {
      try {
        remover.surely(key);
      } catch (CloudException again) {
        if (target.onlyNew()) {
          remover.surely(target.key());
        }
        throw again;
      }
    }
  }

  /** Copies a folder. One that fails leaves nothing of the copy, as far as can be. */
  private void copyAll(EntryPath from, EntryPath to) {
    maker.empty(S3Target.folder(to, UUID.randomUUID().toString()));
    try {
      for (List<String> page : bucket.pagesUnder(S3Names.key(from))) {
        for (String key : page) {
          copyOne(key, counterpart(key, S3Names.key(from), S3Names.key(to)));
        }
      }
    } catch (CloudException e) {
      try {
        remover.delete(to);
      } catch (CloudException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  private void copyOne(String key, String to) {
    if (to.getBytes(UTF_8).length > LONGEST) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "What is in the folder would lie too deep there.");
    }
    String tag = UUID.randomUUID().toString();
    bucket
        .find(key)
        .ifPresent(
            source ->
                copier.copy(source, new S3Target(to, tag, source.contentType(), null, false)));
  }

  /** Removes what has its copy: what came meanwhile stays where it is. */
  private void removeCopied(String from, String to) {
    for (List<String> page : bucket.pagesUnder(from)) {
      List<String> copied = new ArrayList<>();
      for (String key : page) {
        if (!key.equals(from) && bucket.find(counterpart(key, from, to)).isPresent()) {
          copied.add(key);
        }
      }
      remover.all(copied);
    }
    remover.surely(from);
  }

  private static String counterpart(String key, String from, String to) {
    return to + key.substring(from.length());
  }
}
