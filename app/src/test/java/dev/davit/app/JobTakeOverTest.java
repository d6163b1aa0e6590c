package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Await;
import dev.davit.app.support.Call;
import dev.davit.app.support.Client;
import dev.davit.app.support.ForkedNodes;
import dev.davit.app.support.Gate;
import dev.davit.app.support.Samples;
import dev.davit.app.support.ServerProcess;
import dev.davit.app.support.Trees;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node that ends in the middle of a job, and another on the same database. */
@Tag("long")
class JobTakeOverTest {
  /** The lease, the longest pause of the other node, and a little for a busy machine. */
  private static final Duration TAKE_OVER = Duration.ofSeconds(15 + 6 + 4);

  @TempDir Path place;

  @ParameterizedTest
  @EnumSource
  void R2_nodeKilledInTheMiddleOfAJob_anotherFinishesItWithinSeconds(ForkedNodes.On database) {
    try (ForkedNodes nodes = ForkedNodes.open(place, database);
        ServerProcess first = nodes.start();
        Gate held = jobHeldBy(nodes, first);
        ServerProcess second = nodes.start()) {
      second.port();
      held.awaitCall();
      long start = System.nanoTime();
      first.kill();

      Await.until("the job is done", TAKE_OVER, () -> nodes.jobs() == 0);

      System.out.println("taken over after " + Duration.ofNanos(System.nanoTime() - start));
      assertThat(Trees.files(nodes.foreign().folder())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void R3_nodePausedPastItsLease_writesNothingMore(ForkedNodes.On database) {
    try (ForkedNodes nodes = ForkedNodes.open(place, database);
        ServerProcess first = nodes.start();
        Gate held = jobHeldBy(nodes, first);
        ServerProcess second = nodes.start()) {
      second.port();
      String job = nodes.job();
      first.pause();
      Await.until("the job is done", TAKE_OVER, () -> nodes.jobs() == 0);
      nodes.insertForNobody(job);

      first.resume();
      held.open();

      assertThat(first.stop()).isEqualTo(143);
      assertThat(nodes.job()).isEqualTo(job);
    }
  }

  @Test
  void nodeStoppedInTheMiddleOfAJob_anotherHasItAtOnce() {
    try (ForkedNodes nodes = ForkedNodes.open(place, ForkedNodes.On.SQLITE);
        ServerProcess first = nodes.start();
        Gate held = jobHeldBy(nodes, first);
        ServerProcess second = nodes.start()) {
      second.port();
      held.awaitCall();

      assertThat(first.stop()).isEqualTo(143);

      Await.until("the job is done", Duration.ofSeconds(8), () -> nodes.jobs() == 0);
      assertThat(Trees.files(nodes.foreign().folder())).isEmpty();
    }
  }

  /** A job of which this node has got as far as the foreign server, which does not answer. */
  private static Gate jobHeldBy(ForkedNodes nodes, ServerProcess node) {
    Client ada = nodes.registered(node);
    ada.store("report.bin", Samples.bytes(1000)).expect(201);
    Gate held = nodes.foreign().gate("DELETE", Call.Moment.ARRIVED);
    nodes.deleteByJobs();
    held.awaitCall();
    return held;
  }
}
