package dev.davit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.internal.jobs.JobHandler;
import dev.davit.internal.jobs.JobLease;
import dev.davit.internal.jobs.JobRunner;
import dev.davit.internal.jobs.JobWorkers;
import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.ports.JobId;
import dev.davit.ports.Observer;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that do the jobs of one real database: none twice, none left. */
class JobsTogetherTest {
  private static final String KIND = "test.kind";
  private static final Owner ANN = new Owner(new OwnerId("ann"), 1);

  @TempDir Path place;
  private final ConcurrentMap<String, Integer> done = new ConcurrentHashMap<>();

  @Test
  void jobs_onPostgres_eachOnce_andNoneLeft() throws Exception {
    onPostgres(200);
  }

  @Tag("long")
  @Test
  void twoThousandJobs_onPostgres_eachOnce_andNoneLeft() throws Exception {
    onPostgres(2000);
  }

  @Test
  void jobs_onSqlite_eachOnce_andNoneLeft() throws Exception {
    SqlSettings settings = SqlSettings.sqlite(place.resolve("davit.db"));
    run(settings, 200);
  }

  private void onPostgres(int jobs) throws Exception {
    PostgresDatabase database = PostgresServer.shared().createDatabase();
    Secret password = new Secret(database.password());
    run(SqlSettings.of(database.url()).withLogin(database.user(), password), jobs);
  }

  private void run(SqlSettings settings, int jobs) throws Exception {
    try (SqlStores first = SqlStores.open(settings);
        SqlStores second = SqlStores.open(settings)) {
      insert(first, jobs);
      CountDownLatch left = new CountDownLatch(jobs);
      long start = System.nanoTime();
      try (JobWorkers one = workers(first, left);
          JobWorkers other = workers(second, left)) {
        assertThat(left.await(120, SECONDS)).as("%s, %s", one, other).isTrue();
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      System.out.println(jobs + " jobs by two nodes on " + settings.url() + " in " + took);
      assertThat(done).hasSize(jobs).allSatisfy((job, times) -> assertThat(times).isOne());
      assertThat(left(first, jobs)).isZero();
    }
  }

  private static void insert(Stores stores, int jobs) {
    stores.inTransaction(
        tx -> {
          for (int i = 0; i < jobs; i++) {
            String id = "job" + i;
            tx.jobs().insert(new Job(new JobId(id), KIND, ANN, id, tx.now(), 0, null, null, null));
          }
          return true;
        });
  }

  private JobWorkers workers(Stores stores, CountDownLatch left) {
    JobHandler handler =
        job -> {
          done.merge(job.subject(), 1, Integer::sum);
          stores.inTransaction(
              tx -> {
                JobLease.end(tx, job);
                return true;
              });
          left.countDown();
        };
    return new JobWorkers(
        new JobRunner(
            stores, Map.of(KIND, handler), Observer.NONE, () -> UUID.randomUUID().toString()),
        Duration.ofSeconds(1),
        () -> {});
  }

  private static long left(Stores stores, int jobs) {
    return stores.reading(
        tx -> {
          long left = 0;
          for (int i = 0; i < jobs; i++) {
            left += tx.jobs().find(new JobId("job" + i)).stream().count();
          }
          return left;
        });
  }
}
