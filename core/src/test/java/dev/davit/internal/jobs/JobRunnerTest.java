package dev.davit.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.store.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs on several nodes, over one database and its clock. */
class JobRunnerTest {
  private final Bench bench = new Bench();
  private final List<String> done = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  private void finish(Job job) {
    bench.end(job);
    done.add(job.subject());
  }

  @Test
  void job_isDoneOnce_andGone() {
    bench.add("job1");

    assertThat(bench.runner(this::finish).runDue()).isEqualTo(1);
    assertThat(bench.runner(this::finish).runDue()).isZero();

    assertThat(done).containsExactly("job1");
    assertThat(bench.find("job1")).isEmpty();
    assertThat(bench.beats.size()).isZero();
  }

  @Test
  void job_ofAKindThatThisNodeDoesNotKnow_isNotTouched() {
    bench.add("job1", "newer");

    assertThat(bench.runner(this::finish).runDue()).isZero();

    assertThat(bench.find("job1").orElseThrow().attempts()).isZero();
  }

  @Test
  void job_thatTakesLong_isKeptByItsNode() {
    bench.add("job1");
    JobRunner other = bench.runner(this::finish);
    JobRunner runner =
        bench.runner(
            job -> {
              for (int i = 0; i < 100; i++) {
                bench.clock.advance(JobLease.BEAT);
                bench.beats.beat();
                assertThat(other.runDue()).isZero();
              }
              finish(job);
            });

    assertThat(runner.runDue()).isEqualTo(1);
    assertThat(done).containsExactly("job1");
  }

  @Test
  void job_ofADeadNode_isTakenOverWhenItsLeaseEnds() {
    bench.add("job1");
    assertThat(bench.runner(this::finish).claim(1)).hasSize(1);
    JobRunner other = bench.runner(this::finish);

    bench.clock.advance(JobLease.TIME.minusMillis(1));
    assertThat(other.runDue()).isZero();
    bench.clock.advance(Duration.ofMillis(1));
    assertThat(other.runDue()).isEqualTo(1);

    assertThat(done).containsExactly("job1");
  }

  @Test
  void R3_nodePausedPastItsLease_writesNothingMore_andIsToldToLeaveOff() {
    bench.add("job1");
    JobRunner successor =
        bench.runner(
            job -> {
              throw new CloudException(ErrorKind.UNAVAILABLE, "The provider is away.");
            });
    JobRunner paused =
        bench.runner(
            job -> {
              bench.clock.advance(JobLease.TIME);
              assertThat(successor.runDue()).isEqualTo(1);
              bench.beats.beat();
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
              boolean unused = Thread.interrupted();
              assertThat(Bench.isRefused(() -> require(job))).isTrue();
              finish(job);
            });

    assertThat(paused.runDue()).isEqualTo(1);

    assertThat(done).isEmpty();
    assertThat(bench.find("job1").orElseThrow().attempts()).isEqualTo(2);
    assertThat(bench.find("job1").orElseThrow().dueAt())
        .isEqualTo(bench.clock.instant().plus(Backoff.after(2)));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private void require(Job job) {
    bench.stores.inTransaction(
        tx -> {
          JobLease.require(tx, job);
          return true;
        });
  }

  @Test
  void R3_leaseThatIsLost_takesItsTransactionAlong() {
    bench.add("job1");
    Job job = bench.runner(this::finish).claim(1).get(0);
    bench.clock.advance(JobLease.TIME);

    boolean refused =
        Bench.isRefused(
            () ->
                bench.stores.inTransaction(
                    tx -> {
                      Bench.insert(tx, "job2", Bench.KIND);
                      JobLease.end(tx, job);
                      return true;
                    }));

    assertThat(refused).isTrue();
    assertThat(bench.find("job2")).isEmpty();
    assertThat(bench.find("job1")).isPresent();
  }

  @Test
  void giveBackAll_anotherNodeHasItAtOnce_andThisOneNoMore() throws Exception {
    bench.add("job1");
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    JobRunner stubborn = bench.runner(job -> finishAfter(reached, goOn, job));
    Future<Integer> running = threads.submit(stubborn::runDue);
    assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();

    stubborn.stopping();
    stubborn.giveBackAll();
    assertThat(bench.runner(this::finish).runDue()).isEqualTo(1);
    goOn.countDown();

    assertThat(running.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(done).containsExactly("job1");
  }

  private void finishAfter(CountDownLatch reached, CountDownLatch goOn, Job job) {
    reached.countDown();
    boolean open = false;
    while (!open) {
      try {
        open = goOn.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException deaf) {
        open = false;
      }
    }
    finish(job);
  }

  @Test
  void failure_whileStopping_isGivenBackAtOnce() {
    bench.add("job1");
    JobRunner stopping =
        bench.runner(
            job -> {
              throw new CloudException(ErrorKind.UNAVAILABLE, "The call was called off.");
            });
    stopping.stopping();
    Job job = stopping.claim(1).get(0);

    stopping.run(job);

    assertThat(bench.runner(this::finish).runDue()).isEqualTo(1);
  }
}
