package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Contents;
import dev.davit.emulator.files.Digests;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What every method needs: the drives, who may do what, and what goes wrong on demand. */
final class World implements AutoCloseable {
  private final Ids ids = new Ids();
  private final People people = new People();
  private final Surprises surprises = new Surprises();
  private final Contents contents;
  private final Store store;
  private final Access access;
  private final Resources resources;
  private final Writes writes;
  private DownloadAddresses downloads = (call, item) -> call.origin() + "/download/" + item.id;

  World(InstantSource clock, Path folder) {
    contents =
        new Contents(
            folder,
            () ->
                List.of(new QuickXorHash(), Digests.of(Digests.SHA1), Digests.of(Digests.SHA256)));
    store = new Store(clock, ids);
    access = new Access(store);
    resources = new Resources(this);
    writes = new Writes(store);
  }

  Ids ids() {
    return ids;
  }

  People people() {
    return people;
  }

  Surprises surprises() {
    return surprises;
  }

  Contents contents() {
    return contents;
  }

  Store store() {
    return store;
  }

  Access access() {
    return access;
  }

  Resources resources() {
    return resources;
  }

  Writes writes() {
    return writes;
  }

  /** Where the bytes of a file can be had without a token. */
  DownloadAddresses downloads() {
    return downloads;
  }

  /** From now on they are there. */
  void downloads(DownloadAddresses addresses) {
    downloads = addresses;
  }

  /** Removes the content. */
  @Override
  public void close() {
    contents.close();
  }
}
