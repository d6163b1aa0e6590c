package dev.davit.internal.jobs;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.IdSource;
import dev.davit.ports.Observer;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs that are due. Takes them one by one, so that each has the whole lease for itself; one
 * that fails is put off for longer each time, up to an hour.
 */
public final class JobRunner {
  private static final System.Logger LOG = System.getLogger("dev.davit.jobs");
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final int AT_ONCE = 1000;

  private final Stores stores;
  private final Map<String, JobHandler> handlers;
  private final Observer observer;
  private final IdSource ids;

  /**
   * A runner.
   *
   * @param handlers by the kind of job
   */
  public JobRunner(
      Stores stores, Map<String, JobHandler> handlers, Observer observer, IdSource ids) {
    this.stores = stores;
    this.handlers = Map.copyOf(handlers);
    this.observer = observer;
    this.ids = ids;
  }

  /** Runs what is due, a thousand jobs at most, and says how many there were. */
  public int runDue() {
    int done = 0;
    while (done < AT_ONCE && runNext()) {
      done++;
    }
    return done;
  }

  private boolean runNext() {
    String holder = ids.next();
    List<Job> claimed = stores.inTransaction(tx -> tx.jobs().claim(holder, LEASE, 1));
    claimed.forEach(job -> run(job, holder));
    return !claimed.isEmpty();
  }

  private void run(Job job, String holder) {
    long start = System.nanoTime();
    ErrorKind failure = tryOnce(job);
    observer.job(job.kind(), Duration.ofNanos(System.nanoTime() - start), failure);
    if (failure != null) {
      String word = failure.name();
      stores.inTransaction(
          tx ->
              tx.jobs()
                  .retry(job.id(), holder, tx.now().plus(Backoff.after(job.attempts())), word));
    }
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
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "A job failed: {0}: {1}", job.kind(), Trace.of(bug));
      return ErrorKind.PROTOCOL;
    }
  }
}
