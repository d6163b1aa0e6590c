package dev.davit.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Job;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobWorkersTest {
  private static final Duration NEVER = Duration.ofDays(1);

  private final Bench bench = new Bench();
  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final List<String> done = new CopyOnWriteArrayList<>();

  private void finishLater(Job job) {
    begun.release();
    try {
      assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloudException(ErrorKind.UNAVAILABLE, "The call was called off.");
    }
    finish(job);
  }

  private void finish(Job job) {
    bench.end(job);
    done.add(job.subject());
    begun.release();
  }

  private void add(int jobs) {
    for (int i = 0; i < jobs; i++) {
      bench.add("job" + i);
    }
  }

  private void await(int jobs) throws InterruptedException {
    assertThat(begun.tryAcquire(jobs, 30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void fourAtOnce_noMoreIsTaken_untilOneIsDone() throws Exception {
    add(6);
    JobRunner runner = bench.runner(this::finishLater, Heart.beating());

    try (JobWorkers workers = new JobWorkers(runner, NEVER, () -> {})) {
      await(4);
      assertThat(bench.runner(this::finish).runDue()).as("%s", workers).isEqualTo(2);
      goOn.countDown();
      await(6);
    }
    assertThat(done).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void whatIsDueWhenOneIsDone_isBegunAtOnce() throws Exception {
    add(50);

    try (JobWorkers workers =
        new JobWorkers(bench.runner(this::finish, Heart.beating()), NEVER, () -> {})) {
      await(50);
      assertThat(done).as("%s", workers).hasSize(50).doesNotHaveDuplicates();
    }
  }

  @Test
  void slowJob_keepsNobodyWaiting() throws Exception {
    add(1);
    JobHandler handler =
        job -> {
          if (job.subject().equals("job0")) {
            finishLater(job);
          } else {
            finish(job);
          }
        };

    try (JobWorkers workers =
        new JobWorkers(bench.runner(handler, Heart.beating()), Duration.ofMillis(1), () -> {})) {
      await(1);
      bench.add("quick");
      await(1);
      assertThat(done).as("%s", workers).containsExactly("quick");
      goOn.countDown();
      await(1);
    }
  }

  @Test
  void close_givesBackWhatIsNotDone() throws Exception {
    add(4);
    JobRunner runner = bench.runner(this::finishLater, Heart.beating());
    JobWorkers workers = new JobWorkers(runner, NEVER, () -> {}, Duration.ofMillis(1));
    await(4);

    workers.close();

    assertThat(bench.runner(this::finish).runDue()).isEqualTo(4);
    assertThat(done).hasSize(4).doesNotHaveDuplicates();
  }
}
