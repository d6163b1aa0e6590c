package dev.davit.internal.jobs;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does something again and again until it is stopped. Tests put another in its place. */
interface Heart {
  /**
   * Begins to beat, for the first time after one pause.
   *
   * @param work must not throw
   * @return what stops it
   */
  Runnable every(Duration pause, Runnable work);

  /** One thread for all, which is there only while something beats. */
  static Heart beating() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(1, task -> Threads.daemon("davit-jobs-lease", task));
    executor.setKeepAliveTime(JobLease.TIME.toSeconds(), TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    executor.setRemoveOnCancelPolicy(true);
    return (pause, work) -> {
      long nanos = pause.toNanos();
      Future<?> beats = executor.scheduleWithFixedDelay(work, nanos, nanos, TimeUnit.NANOSECONDS);
      return () -> beats.cancel(false);
    };
  }
}
