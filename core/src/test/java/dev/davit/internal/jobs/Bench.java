package dev.davit.internal.jobs;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.Observer;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import dev.davit.testkit.memory.MemoryStores;
import dev.davit.testkit.memory.SequentialIds;
import dev.davit.testkit.memory.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Jobs, and nodes that do them, whose hearts beat when they are told to. */
final class Bench {
  static final String KIND = "test.kind";
  static final Owner ANN = new Owner(new OwnerId("ann"), 1);

  final TestClock clock = new TestClock();
  final Stores stores = new Interruptible(new MemoryStores(clock));
  final Beats beats = new Beats();
  private final SequentialIds ids = new SequentialIds();

  /** Stores that, as those over a pool of connections, are of no use to an interrupted thread. */
  private record Interruptible(Stores real) implements Stores {
    @Override
    public <T> T inTransaction(Function<? super Transaction, ? extends T> work) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CloudException(ErrorKind.UNAVAILABLE, "Interrupted while waiting.");
      }
      return real.inTransaction(work);
    }

    @Override
    public <T> T reading(Function<? super Transaction, ? extends T> work) {
      return real.reading(work);
    }
  }

  /** A heart that beats by hand. */
  static final class Beats implements Heart {
    private final CopyOnWriteArrayList<Runnable> beating = new CopyOnWriteArrayList<>();

    @Override
    public Runnable every(Duration pause, Runnable work) {
      beating.add(work);
      return () -> beating.remove(work);
    }

    void beat() {
      beating.forEach(Runnable::run);
    }

    int size() {
      return beating.size();
    }
  }

  JobRunner runner(JobHandler handler) {
    return runner(handler, beats);
  }

  JobRunner runner(JobHandler handler, Heart heart) {
    return new JobRunner(stores, Map.of(KIND, handler), Observer.NONE, ids, heart);
  }

  /** Adds a job that is due now. */
  void add(String id) {
    add(id, KIND);
  }

  void add(String id, String kind) {
    stores.inTransaction(
        tx -> {
          insert(tx, id, kind);
          return true;
        });
  }

  static void insert(Transaction tx, String id, String kind) {
    tx.jobs().insert(new Job(new JobId(id), kind, ANN, id, tx.now(), 0, null, null, null));
  }

  Optional<Job> find(String id) {
    return stores.reading(tx -> tx.jobs().find(new JobId(id)));
  }

  boolean end(Job job) {
    return stores.inTransaction(
        tx -> {
          JobLease.end(tx, job);
          return true;
        });
  }

  /** Whether the lease is lost to whoever tries this. */
  static boolean isRefused(Runnable work) {
    try {
      work.run();
      return false;
    } catch (LeaseLost lost) {
      return true;
    }
  }
}
