package dev.davit.testkit.memory;

import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.JobStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record MemoryJobs(Table<JobId, Job> rows, InstantSource clock) implements JobStore {
  @Override
  public Optional<Job> find(JobId id) {
    return rows.find(id);
  }

  @Override
  public List<Job> list(Owner owner, int limit) {
    return rows.all()
        .filter(job -> job.owner().equals(owner))
        .sorted(Comparator.comparing(job -> job.id().value()))
        .limit(limit)
        .toList();
  }

  @Override
  public void insert(Job job) {
    if (!rows.add(job.id(), job)) {
      throw new IllegalStateException("there is a job of this id already");
    }
  }

  @Override
  public boolean isDue(Set<String> kinds) {
    return due(kinds).findAny().isPresent();
  }

  @Override
  public List<Job> claim(String holder, Set<String> kinds, Duration time, int limit) {
    Instant now = clock.instant();
    List<Job> claimed =
        due(kinds)
            .sorted(Comparator.comparing(Job::dueAt).thenComparing(job -> job.id().value()))
            .limit(limit)
            .map(job -> held(job, holder, now.plus(time), job.attempts() + 1))
            .toList();
    rows.putAll(claimed, Job::id);
    return claimed;
  }

  private Stream<Job> due(Set<String> kinds) {
    Instant now = clock.instant();
    return rows.all()
        .filter(job -> kinds.contains(job.kind()) && !job.dueAt().isAfter(now) && !isHeld(job));
  }

  @Override
  public boolean extend(JobId id, String holder, Duration time) {
    Instant until = clock.instant().plus(time);
    return rows.update(id, heldBy(holder), job -> held(job, holder, until, job.attempts()));
  }

  @Override
  public boolean postpone(JobId id, Instant dueAt) {
    return rows.update(id, job -> !isHeld(job), job -> free(job, dueAt, job.lastFailure()));
  }

  @Override
  public boolean startAnew(JobId id) {
    return rows.update(id, job -> true, MemoryJobs::untried);
  }

  @Override
  public int hurry(Owner owner, Set<String> kinds, Instant dueAt) {
    List<Job> hurried =
        of(owner, kinds)
            .filter(job -> !isHeld(job) && job.dueAt().isAfter(dueAt))
            .map(job -> free(job, dueAt, job.lastFailure()))
            .toList();
    rows.putAll(hurried, Job::id);
    return hurried.size();
  }

  @Override
  public int cancelAll(Owner owner, Set<String> kinds) {
    List<Job> cancelled = of(owner, kinds).toList();
    cancelled.forEach(job -> rows.remove(job.id()));
    return cancelled.size();
  }

  private Stream<Job> of(Owner owner, Set<String> kinds) {
    return rows.all().filter(job -> job.owner().equals(owner) && kinds.contains(job.kind()));
  }

  @Override
  public boolean retry(JobId id, String holder, Instant dueAt, String failure) {
    return rows.update(id, heldBy(holder), job -> free(job, dueAt, failure));
  }

  @Override
  public boolean complete(JobId id, String holder) {
    return rows.remove(id, heldBy(holder));
  }

  @Override
  public boolean cancel(JobId id) {
    return rows.remove(id);
  }

  private boolean isHeld(Job job) {
    Instant until = job.leaseUntil();
    return until != null && clock.instant().isBefore(until);
  }

  private Predicate<Job> heldBy(String holder) {
    return job -> isHeld(job) && holder.equals(job.leaseHolder());
  }

  private static Job held(Job job, String holder, Instant until, int attempts) {
    return changed(job, job.dueAt(), attempts, holder, until, job.lastFailure());
  }

  private static Job untried(Job job) {
    return changed(job, job.dueAt(), 0, job.leaseHolder(), job.leaseUntil(), job.lastFailure());
  }

  private static Job free(Job job, Instant dueAt, @Nullable String failure) {
    return changed(job, dueAt, job.attempts(), null, null, failure);
  }

  private static Job changed(
      Job job,
      Instant dueAt,
      int attempts,
      @Nullable String holder,
      @Nullable Instant until,
      @Nullable String failure) {
    return new Job(
        job.id(), job.kind(), job.owner(), job.subject(), dueAt, attempts, holder, until, failure);
  }
}
