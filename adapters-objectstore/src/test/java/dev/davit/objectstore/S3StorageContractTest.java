package dev.davit.objectstore;

import dev.davit.testkit.contract.Deviation;
import dev.davit.testkit.contract.StorageContract;
import dev.davit.testkit.contract.StorageSetup;
import dev.davit.testkit.contract.StorageTraits;
import dev.davit.testkit.contract.StorageWire;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The storage contract at a real S3 server. Each test has a bucket of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3StorageContractTest extends StorageContract {
  private @Nullable S3Bench bench;

  @BeforeAll
  final void start() {
    bench = new S3Bench();
  }

  @AfterEach
  final void closeProviders() {
    Objects.requireNonNull(bench).closeProviders();
  }

  @AfterAll
  final void stop() {
    Objects.requireNonNull(bench).close();
  }

  @Override
  protected StorageSetup open() {
    S3Bench now = Objects.requireNonNull(bench);
    S3Settings settings = now.settings();
    StorageTraits traits =
        StorageTraits.usual()
            .withNames(S3Bench::isTaken)
            .withSecrets(settings.secretKey().reveal())
            .withDeviations(Deviation.STATS_WITHOUT_BODY);
    return new StorageSetup(now.provider(settings), Fixture.credentials(), traits)
        .withWire(
            new StorageWire(
                now.line().faults(), now.hurried(settings), Duration.ofSeconds(10), null));
  }
}
