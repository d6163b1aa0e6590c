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
  private final GraphFaults faults = new GraphFaults(surprises);
  private final Offences offences = new Offences();
  private final Downloads downloads;
  private final UploadSessions sessions;
  private final Rewriting rewriting;
  private final Contents contents;
  private final Store store;
  private final Access access;
  private final Resources resources;
  private final Writes writes;

  World(InstantSource clock, Path folder) {
    contents =
        new Contents(
            folder,
            () ->
                List.of(new QuickXorHash(), Digests.of(Digests.SHA1), Digests.of(Digests.SHA256)));
    downloads = new Downloads(clock);
    sessions = new UploadSessions(contents, clock);
    rewriting = new Rewriting(contents, faults);
    store = new Store(clock, ids);
    access = new Access(store);
    resources = new Resources(this);
    writes = new Writes(store, rewriting);
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

  GraphFaults faults() {
    return faults;
  }

  /** What clients sent where they should not. */
  Offences offences() {
    return offences;
  }

  UploadSessions sessions() {
    return sessions;
  }

  Rewriting rewriting() {
    return rewriting;
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
  Downloads downloads() {
    return downloads;
  }

  /** Removes the content. */
  @Override
  public void close() {
    contents.close();
  }
}
