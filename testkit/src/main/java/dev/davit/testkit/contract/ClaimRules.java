package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.JobId;
import dev.davit.ports.store.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Taking jobs that are due: each by one. */
interface ClaimRules extends StoresFixture {
  /** How long a job is held here. */
  Duration LEASE_TIME = Duration.ofMinutes(2);

  @Test
  default void claim_holdsTheJob_andCountsTheAttempt() {
    insertAt("job1", 0);
    Instant due = clock().instant();
    Instant until = due.plus(LEASE_TIME);
    List<Job> claimed = claimUpTo("holder", 10);
    assertThat(claimed)
        .containsExactly(
            new Job(
                new JobId("job1"),
                Samples.KIND,
                Samples.ALICE,
                "subject job1",
                due,
                1,
                "holder",
                until,
                null));
    assertThat(found(tx -> tx.jobs().find(new JobId("job1")))).contains(claimed.get(0));
  }

  @Test
  default void claim_takesWhatIsDue_earliestFirst() {
    insertAt("later", 1);
    insertAt("second", -1);
    insertAt("first", -2);
    insertAt("third", 0);
    assertThat(ids(claimUpTo("a", 2))).containsExactly("first", "second");
    assertThat(ids(claimUpTo("b", 2))).containsExactly("third");
    assertThat(claimUpTo("c", 2)).isEmpty();
    clock().advance(Duration.ofSeconds(1));
    assertThat(ids(claimUpTo("d", 2))).containsExactly("later");
  }

  @Test
  default void claim_leavesWhatSomebodyHolds_untilTheLeaseEnds() {
    insertAt("job1", 0);
    claimUpTo("a", 10);
    clock().advance(LEASE_TIME.minusMillis(1));
    assertThat(claimUpTo("b", 10)).isEmpty();
    clock().advance(Duration.ofMillis(2));
    List<Job> again = claimUpTo("b", 10);
    assertThat(ids(again)).containsExactly("job1");
    assertThat(again.get(0).attempts()).isEqualTo(2);
    assertThat(again.get(0).leaseHolder()).isEqualTo("b");
  }

  @Test
  default void claim_afterRetry_waitsUntilItIsDueAgain() {
    insertAt("job1", 0);
    claimUpTo("a", 10);
    Instant later = clock().instant().plusSeconds(30);
    write(tx -> tx.jobs().retry(new JobId("job1"), "a", later, "UNAVAILABLE"));
    assertThat(claimUpTo("b", 10)).isEmpty();
    clock().advance(Duration.ofSeconds(30));
    assertThat(ids(claimUpTo("b", 10))).containsExactly("job1");
  }

  @Test
  default void claim_ofOtherKinds_leavesIt() {
    insertAt("job1", 0);
    assertThat(isDue("other")).isFalse();
    assertThat(taken(tx -> tx.jobs().claim("a", Set.of("other"), LEASE_TIME, 10))).isEmpty();
    assertThat(isDue("other", Samples.KIND)).isTrue();
    assertThat(taken(tx -> tx.jobs().claim("b", both(), LEASE_TIME, 10))).hasSize(1);
  }

  @Test
  default void isDue_asLongAsOneCouldBeClaimed() {
    insertAt("job1", 1);
    assertThat(isDue(Samples.KIND)).isFalse();
    clock().advance(Duration.ofSeconds(1));
    assertThat(isDue(Samples.KIND)).isTrue();
    claimUpTo("a", 1);
    assertThat(isDue(Samples.KIND)).isFalse();
    clock().advance(LEASE_TIME);
    assertThat(isDue(Samples.KIND)).isTrue();
  }

  @Test
  default void claim_byEightAtOnce_takesEachJobOnce() {
    int jobs = 200;
    for (int i = 0; i < jobs; i++) {
      insertAt("job%03d".formatted(i), -i);
    }
    List<List<String>> taken = Together.run(8, this::claimAll);
    assertThat(taken.stream().flatMap(List::stream)).hasSize(jobs).doesNotHaveDuplicates();
  }

  private boolean isDue(String... kinds) {
    return is(tx -> tx.jobs().isDue(Set.of(kinds)));
  }

  private static Set<String> both() {
    return Set.of("other", Samples.KIND);
  }

  private List<String> claimAll(int worker) {
    List<String> mine = new ArrayList<>();
    List<Job> claimed = claimUpTo("worker" + worker, 7);
    while (!claimed.isEmpty()) {
      mine.addAll(ids(claimed));
      claimed = claimUpTo("worker" + worker, 7);
    }
    return mine;
  }

  private List<Job> claimUpTo(String holder, int limit) {
    return taken(tx -> tx.jobs().claim(holder, Set.of(Samples.KIND), LEASE_TIME, limit));
  }

  private void insertAt(String id, int seconds) {
    Job job = Samples.job(id, clock().instant().plusSeconds(seconds));
    write(tx -> tx.jobs().insert(job));
  }

  private static List<String> ids(List<Job> jobs) {
    return jobs.stream().map(job -> job.id().value()).toList();
  }
}
