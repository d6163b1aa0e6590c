package dev.davit.webdav.internal.snapshot;

import dev.davit.ports.CloudException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The large folders that somebody pages through, for a minute after they were last asked for. They
 * only save time: whoever finds none asks the server. Bounded in number, for each account too, and
 * in bytes.
 */
public final class Snapshots implements AutoCloseable {
  static final Duration KEPT = Duration.ofMinutes(1);
  static final int MOST = 64;
  static final int MOST_OF_ACCOUNT = 4;
  static final int RUNNING_OF_ACCOUNT = 2;
  private static final long MOST_BYTES = 256L * 1024 * 1024;

  private final Room room;
  private final LongSupplier nanos;
  private final Map<String, Snapshot> all = new ConcurrentHashMap<>();
  private final Workers workers = new Workers(KEPT, this::sweep);
  private volatile boolean closed;

  /**
   * None yet.
   *
   * @param folder where they are to be on disk; if that does not work there are none
   */
  public Snapshots(Path folder) {
    this(new Room(folder, MOST_BYTES), System::nanoTime);
  }

  Snapshots(Room room, LongSupplier nanos) {
    this.room = room;
    this.nanos = nanos;
  }

  /** Puts a folder in order. */
  public Sorter sorter() {
    return new Sorter(room);
  }

  /** What makes a snapshot. */
  @FunctionalInterface
  public interface Making {
    /**
     * Makes it.
     *
     * @throws IOException if the disk fails: then there is none, and nobody is told why
     * @throws CloudException if the server does: whoever waits for it is told
     */
    Sorted make() throws IOException;
  }

  /**
   * Has a snapshot made, by a thread of its own.
   *
   * @return by which id it will be found; nothing if too many are being made: then this one was not
   *     begun
   */
  public Optional<String> begin(Scope scope, Making making) {
    long running =
        all.values().stream()
            .filter(one -> !one.isMade() && one.scope().account().equals(scope.account()))
            .count();
    if (running >= RUNNING_OF_ACCOUNT) {
      return Optional.empty();
    }
    Snapshot snapshot = new Snapshot(scope, nanos.getAsLong());
    String id = add(snapshot);
    if (workers.run(() -> fill(id, snapshot, making))) {
      return Optional.of(id);
    }
    drop(id);
    return Optional.empty();
  }

  private void fill(String id, Snapshot snapshot, Making making) {
    boolean made = false;
    try {
      snapshot.complete(making.make());
      made = true;
    } catch (CloudException e) {
      snapshot.fail(e);
      made = true;
    } catch (IOException e) {
      // Not to be had on this disk: those who come for it ask the server.
    } finally {
      snapshot.use(nanos.getAsLong());
      if (!made) {
        drop(id);
      }
    }
  }

  /** Keeps a snapshot that was made already; answers its id. */
  public String keep(Scope scope, Sorted sorted) {
    Snapshot snapshot = new Snapshot(scope, nanos.getAsLong());
    snapshot.complete(sorted);
    return add(snapshot);
  }

  private String add(Snapshot snapshot) {
    String account = snapshot.scope().account();
    thin(scope -> scope.account().equals(account), MOST_OF_ACCOUNT);
    thin(scope -> true, MOST);
    String id = UUID.randomUUID().toString();
    all.put(id, snapshot);
    workers.sweepLater();
    if (closed) {
      drop(id);
    }
    return id;
  }

  /** Makes place for one more among some, at the cost of those that were not used longest. */
  private void thin(Predicate<Scope> some, int most) {
    long now = nanos.getAsLong();
    all.entrySet().stream()
        .filter(one -> some.test(one.getValue().scope()))
        .map(one -> new Idle(one.getKey(), now - one.getValue().usedAt(), one.getValue().isMade()))
        .sorted(Comparator.comparing(Idle::nanos))
        .skip(most - 1)
        .filter(Idle::made)
        .forEach(one -> drop(one.id()));
  }

  private record Idle(String id, long nanos, boolean made) {}

  /**
   * The rows of a snapshot, once it is made.
   *
   * @param scope whose it must be
   * @return nothing if there is no such snapshot, or no longer
   * @throws CloudException why the server failed while it was made, which is said once; {@link
   *     dev.davit.ports.ErrorKind#UNAVAILABLE} if the time has passed
   */
  public Optional<Sorted> find(String id, Scope scope, Duration patience) {
    Snapshot snapshot = all.get(id);
    if (snapshot == null || !snapshot.scope().equals(scope)) {
      return Optional.empty();
    }
    snapshot.use(nanos.getAsLong());
    boolean failed = true;
    try {
      Optional<Sorted> rows = snapshot.await(patience);
      failed = false;
      return rows;
    } finally {
      if (failed && snapshot.isMade()) {
        drop(id);
      }
    }
  }

  /** Does without a snapshot from now on. */
  public void drop(String id) {
    Snapshot snapshot = all.remove(id);
    if (snapshot != null) {
      snapshot.lose();
    }
  }

  /** Drops those that nobody has asked for any more; answers whether some are left. */
  boolean sweep() {
    long now = nanos.getAsLong();
    all.forEach(
        (id, one) -> {
          if (one.isMade() && now - one.usedAt() >= KEPT.toNanos()) {
            drop(id);
          }
        });
    return !all.isEmpty();
  }

  /** How many bytes they take on disk. */
  long bytes() {
    return room.used();
  }

  /** Drops all, and waits a little for those that are being made. */
  @Override
  public void close() {
    closed = true;
    all.keySet().forEach(this::drop);
    workers.close();
  }
}
