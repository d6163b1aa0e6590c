package dev.davit.internal.jobs;

import dev.davit.internal.trace.Trace;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.IdSource;
import dev.davit.ports.Observer;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes jobs that are due and does them. While one is done its lease is kept up, so that another
 * node has it soon after this one died, and not before; who loses a lease is told to leave off. One
 * that fails is put off for longer each time, up to an hour.
 */
public final class JobRunner {
  private static final System.Logger LOG = System.getLogger("dev.davit.jobs");
  private static final int AT_ONCE = 1000;

  private final Stores stores;
  private final Map<String, JobHandler> handlers;
  private final Observer observer;
  private final IdSource ids;
  private final Heart heart;
  private final Set<Hold> holds = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /**
   * A runner.
   *
   * @param handlers by the kind of job, at least one; jobs of other kinds are left to others
   */
  public JobRunner(
      Stores stores, Map<String, JobHandler> handlers, Observer observer, IdSource ids) {
    this(stores, handlers, observer, ids, Heart.beating());
  }

  JobRunner(
      Stores stores,
      Map<String, JobHandler> handlers,
      Observer observer,
      IdSource ids,
      Heart heart) {
    this.stores = stores;
    this.handlers = Map.copyOf(handlers);
    this.observer = observer;
    this.ids = ids;
    this.heart = heart;
  }

  /** Runs what is due on this thread, a thousand jobs at most, and says how many there were. */
  public int runDue() {
    int done = 0;
    while (done < AT_ONCE && runNext()) {
      done++;
    }
    return done;
  }

  private boolean runNext() {
    List<Job> claimed = claim(1);
    claimed.forEach(this::run);
    return !claimed.isEmpty();
  }

  /** Takes jobs that are due; whoever calls this runs each at once. */
  List<Job> claim(int limit) {
    Set<String> kinds = handlers.keySet();
    if (!stores.<Boolean>reading(tx -> tx.jobs().isDue(kinds))) {
      return List.of();
    }
    String holder = ids.next();
    return stores.inTransaction(tx -> tx.jobs().claim(holder, kinds, JobLease.TIME, limit));
  }

  /** Does a job that was claimed, on this thread. */
  void run(Job job) {
    Hold hold = new Hold(job);
    holds.add(hold);
    Runnable stop = heart.every(JobLease.BEAT, () -> beat(hold));
    long start = System.nanoTime();
    ErrorKind failure;
    try {
      failure = tryOnce(job);
    } finally {
      stop.run();
      hold.end();
      holds.remove(hold);
    }
    observer.job(job.kind(), Duration.ofNanos(System.nanoTime() - start), failure);
    if (failure != null) {
      giveBack(job, failure, stopping ? Duration.ZERO : Backoff.after(job.attempts()));
    }
  }

  /** From now on whatever fails is given back to be done at once, by another node. */
  void stopping() {
    stopping = true;
  }

  /** Tells whoever is at a job here to leave off, and so to give it back. */
  void leaveOff() {
    holds.forEach(Hold::leaveOff);
  }

  /** Gives back, to be done at once, whatever is still being done here; that counts no more. */
  void giveBackAll() {
    for (Hold hold : holds) {
      giveBack(hold.job(), ErrorKind.UNAVAILABLE, Duration.ZERO);
    }
  }

  private void beat(Hold hold) {
    try {
      if (!stores.<Boolean>inTransaction(tx -> JobLease.extend(tx, hold.job()))) {
        hold.leaveOff();
      }
    } catch (RuntimeException later) {
      LOG.log(System.Logger.Level.DEBUG, "A lease could not be kept up: {0}", Trace.of(later));
    }
  }

  private void giveBack(Job job, ErrorKind failure, Duration wait) {
    String holder = JobLease.holder(job);
    stores.inTransaction(
        tx -> tx.jobs().retry(job.id(), holder, tx.now().plus(wait), failure.name()));
  }

  private @Nullable ErrorKind tryOnce(Job job) {
    try {
      JobHandler handler = handlers.get(job.kind());
      if (handler == null) {
        return ErrorKind.MISCONFIGURED;
      }
      handler.run(job);
      return null;
    } catch (CloudException failure) {
      return failure.kind();
    } catch (LeaseLost lost) {
      return ErrorKind.UNAVAILABLE;
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "A job failed: {0}: {1}", job.kind(), Trace.of(bug));
      return ErrorKind.PROTOCOL;
    }
  }
}
