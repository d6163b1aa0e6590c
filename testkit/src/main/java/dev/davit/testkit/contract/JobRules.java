package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Jobs, one at a time. */
interface JobRules extends StoresFixture {
  /** The job that most rules are tried on. */
  JobId JOB = new JobId("job1");

  /** How long a job is held here. */
  Duration HELD = Duration.ofMinutes(2);

  @Test
  default void job_find_answersWhatWasInserted() {
    Job plain = insertDue("job1");
    Job full =
        new Job(
            new JobId("job2"),
            "kind",
            Samples.BOB,
            "sübject",
            Samples.TIME,
            3,
            "holder",
            Samples.TIME.plusMillis(1),
            "UNAVAILABLE");
    write(tx -> tx.jobs().insert(full));
    assertThat(job()).contains(plain);
    assertThat(found(tx -> tx.jobs().find(full.id()))).contains(full);
    assertThat(found(tx -> tx.jobs().find(new JobId("JOB1")))).isEmpty();
  }

  @Test
  default void job_postpone_setsWhenItIsDue() {
    insertDue("job1");
    Instant later = clock().instant().plus(Duration.ofHours(1));
    assertThat(done(tx -> tx.jobs().postpone(JOB, later))).isTrue();
    assertThat(job().orElseThrow().dueAt()).isEqualTo(later);
    assertThat(done(tx -> tx.jobs().postpone(new JobId("job2"), later))).isFalse();
  }

  @Test
  default void job_postpone_ofAHeldJob_isRefused_untilTheLeaseEnds() {
    insertDue("job1");
    claim("holder");
    Optional<Job> held = job();
    Instant later = clock().instant().plus(Duration.ofHours(1));
    assertThat(done(tx -> tx.jobs().postpone(JOB, later))).isFalse();
    assertThat(job()).isEqualTo(held);
    clock().advance(HELD.plusMillis(1));
    assertThat(done(tx -> tx.jobs().postpone(JOB, later))).isTrue();
  }

  @Test
  default void job_retry_givesItBack_withTheFailure() {
    insertDue("job1");
    claim("holder");
    Instant later = clock().instant().plusSeconds(30);
    assertThat(done(tx -> tx.jobs().retry(JOB, "holder", later, "UNAVAILABLE"))).isTrue();
    Job back = job().orElseThrow();
    assertThat(back.dueAt()).isEqualTo(later);
    assertThat(back.attempts()).isEqualTo(1);
    assertThat(back.lastFailure()).isEqualTo("UNAVAILABLE");
    assertThat(back.leaseHolder()).isNull();
    assertThat(back.leaseUntil()).isNull();
  }

  @Test
  default void job_complete_byItsHolder_removesIt() {
    insertDue("job1");
    insertDue("job2");
    claim("holder");
    assertThat(done(tx -> tx.jobs().complete(JOB, "holder"))).isTrue();
    assertThat(done(tx -> tx.jobs().complete(JOB, "holder"))).isFalse();
    assertThat(job()).isEmpty();
    assertThat(found(tx -> tx.jobs().find(new JobId("job2")))).isPresent();
  }

  @Test
  default void job_ofNobody_canBeNeitherRetriedNorCompleted() {
    Job before = insertDue("job1");
    assertThat(done(tx -> tx.jobs().complete(JOB, "holder"))).isFalse();
    assertThat(done(tx -> tx.jobs().retry(JOB, "holder", Samples.TIME, "X"))).isFalse();
    assertThat(job()).contains(before);
  }

  @Test
  default void job_extend_makesTheLeaseLast() {
    insertDue("job1");
    claim("holder");
    clock().advance(HELD.minusMillis(1));
    Job before = job().orElseThrow();
    assertThat(extend("holder")).isTrue();
    assertThat(job().orElseThrow().leaseUntil()).isEqualTo(clock().instant().plus(HELD));
    assertThat(job().orElseThrow().attempts()).isEqualTo(before.attempts());
    clock().advance(HELD.minusMillis(1));
    assertThat(done(tx -> tx.jobs().complete(JOB, "holder"))).isTrue();
    assertThat(extend("holder")).isFalse();
  }

  @Test
  default void R3_job_extend_byAnybodyElse_changesNothing() {
    insertDue("job1");
    assertThat(extend("holder")).isFalse();
    claim("holder");
    Optional<Job> held = job();
    assertThat(extend("Holder")).isFalse();
    assertThat(job()).isEqualTo(held);
  }

  @Test
  default void R3_job_afterItsLease_theHoldersWordCountsNoMore() {
    insertDue("job1");
    claim("paused");
    clock().advance(HELD);
    Optional<Job> held = job();
    assertThat(extend("paused")).isFalse();
    assertThat(done(tx -> tx.jobs().complete(JOB, "paused"))).isFalse();
    assertThat(done(tx -> tx.jobs().retry(JOB, "paused", Samples.TIME, "X"))).isFalse();
    assertThat(job()).isEqualTo(held);
  }

  @Test
  default void R3_job_takenOver_theFirstHoldersWordCountsNoMore() {
    insertDue("job1");
    claim("paused");
    clock().advance(HELD.plusMillis(1));
    claim("successor");
    Optional<Job> held = job();
    assertThat(extend("paused")).isFalse();
    assertThat(done(tx -> tx.jobs().complete(JOB, "paused"))).isFalse();
    assertThat(done(tx -> tx.jobs().retry(JOB, "paused", Samples.TIME, "X"))).isFalse();
    assertThat(job()).isEqualTo(held);
    assertThat(done(tx -> tx.jobs().complete(JOB, "successor"))).isTrue();
  }

  @Test
  default void job_cancel_removesIt_heldOrNot() {
    insertDue("job1");
    claim("holder");
    insertDue("job2");
    assertThat(done(tx -> tx.jobs().cancel(JOB))).isTrue();
    assertThat(done(tx -> tx.jobs().cancel(JOB))).isFalse();
    assertThat(done(tx -> tx.jobs().cancel(new JobId("job2")))).isTrue();
    assertThat(done(tx -> tx.jobs().complete(JOB, "holder"))).isFalse();
  }

  @Test
  default void job_startAnew_countsFromZero_heldOrNot() {
    insertDue("job1");
    claim("holder");
    Job held = job().orElseThrow();
    assertThat(done(tx -> tx.jobs().startAnew(JOB))).isTrue();
    assertThat(job().orElseThrow().attempts()).isZero();
    assertThat(job().orElseThrow().leaseUntil()).isEqualTo(held.leaseUntil());
    assertThat(done(tx -> tx.jobs().complete(JOB, "holder"))).isTrue();
    assertThat(done(tx -> tx.jobs().startAnew(JOB))).isFalse();
  }

  @Test
  default void job_hurry_makesTheOwnersJobsOfTheKindsDueEarlier_neverLater() {
    Instant now = clock().instant();
    Instant later = now.plus(Duration.ofHours(2));
    write(tx -> tx.jobs().insert(Samples.job("far", later)));
    write(tx -> tx.jobs().insert(Samples.job("near", now)));
    insertDue("job1");
    claim("holder");
    clock().advance(Duration.ofSeconds(1));
    Instant soon = now.plus(Duration.ofHours(1));

    assertThat(hurried(Samples.ALICE, "other", soon)).isZero();
    assertThat(hurried(Samples.BOB, Samples.KIND, soon)).isZero();
    assertThat(hurried(Samples.ALICE, Samples.KIND, soon)).isEqualTo(1);

    assertThat(found(tx -> tx.jobs().find(new JobId("far"))).orElseThrow().dueAt()).isEqualTo(soon);
    assertThat(found(tx -> tx.jobs().find(new JobId("near"))).orElseThrow().dueAt()).isEqualTo(now);
    assertThat(hurried(Samples.ALICE, Samples.KIND, now.minusSeconds(1))).isEqualTo(1);
    assertThat(job().orElseThrow().leaseHolder()).isEqualTo("holder");
  }

  private int hurried(Owner owner, String kind, Instant dueAt) {
    return counted(tx -> tx.jobs().hurry(owner, Set.of(kind, "another"), dueAt));
  }

  @Test
  default void job_cancelAll_removesTheOwnersJobsOfTheKinds() {
    insertDue("job1");
    insertDue("job2");
    claim("holder");
    assertThat(counted(tx -> tx.jobs().cancelAll(Samples.BOB, Set.of(Samples.KIND)))).isZero();
    assertThat(counted(tx -> tx.jobs().cancelAll(Samples.ALICE, Set.of("other")))).isZero();
    assertThat(counted(tx -> tx.jobs().cancelAll(Samples.ALICE, Set.of("other", Samples.KIND))))
        .isEqualTo(2);
    assertThat(job()).isEmpty();
  }

  private Job insertDue(String id) {
    Job job = Samples.job(id, clock().instant());
    write(tx -> tx.jobs().insert(job));
    return job;
  }

  private void claim(String holder) {
    assertThat(taken(tx -> tx.jobs().claim(holder, Set.of(Samples.KIND), HELD, 10)))
        .extracting(Job::id)
        .contains(JOB);
  }

  private boolean extend(String holder) {
    return done(tx -> tx.jobs().extend(JOB, holder, HELD));
  }

  private Optional<Job> job() {
    return found(tx -> tx.jobs().find(JOB));
  }
}
