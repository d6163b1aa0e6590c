package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Contents;
import dev.davit.emulator.files.Digests;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What every method needs: the files, who may do what, and what goes wrong on demand. */
final class World implements AutoCloseable {
  private final Ids ids = new Ids();
  private final People people = new People();
  private final Contents contents;
  private final DriveFaults faults = new DriveFaults();
  private final Tree tree;
  private final Access access;
  private final Resources resources;
  private final Limits limits;

  World(InstantSource clock, Path folder) {
    contents =
        new Contents(
            folder,
            () ->
                List.of(
                    Digests.of(Digests.MD5), Digests.of(Digests.SHA1), Digests.of(Digests.SHA256)));
    tree = new Tree(clock, ids);
    access = new Access(tree);
    resources = new Resources(tree, access, people);
    limits = new Limits(tree, people, faults);
  }

  Ids ids() {
    return ids;
  }

  People people() {
    return people;
  }

  Contents contents() {
    return contents;
  }

  DriveFaults faults() {
    return faults;
  }

  Tree tree() {
    return tree;
  }

  Access access() {
    return access;
  }

  Resources resources() {
    return resources;
  }

  Limits limits() {
    return limits;
  }

  /** Removes the content. */
  @Override
  public void close() {
    contents.close();
  }
}
