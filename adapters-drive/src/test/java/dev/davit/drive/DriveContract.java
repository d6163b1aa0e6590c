package dev.davit.drive;

import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.testkit.contract.Deviation;
import dev.davit.testkit.contract.StorageContract;
import dev.davit.testkit.contract.StorageSetup;
import dev.davit.testkit.contract.StorageTraits;
import dev.davit.testkit.contract.StorageWire;
import dev.davit.testkit.fault.FaultyHttp;
import dev.davit.testkit.memory.FixedCredentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The storage contract at the emulator. Each test is another account of the same Google. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DriveContract extends StorageContract {
  private @Nullable Shared shared;

  private record Shared(
      Googles googles, FaultyHttp line, DriveProvider provider, DriveProvider hurried) {
    static Shared in(Path folder, DriveScope scope) {
      Googles googles = Googles.start(folder);
      FaultyHttp line = FaultyHttp.before(googles.google().url().toString());
      DriveSettings settings = Googles.settings(URI.create(line.url())).withScope(scope);
      return new Shared(
          googles,
          line,
          googles.provider(settings),
          googles.provider(settings.withPatience(Googles.hurried(Duration.ofMillis(150)))));
    }

    void close() {
      provider.close();
      hurried.close();
      line.close();
      googles.close();
    }
  }

  /** What is granted, of which all tests are. */
  DriveScope scope() {
    return DriveScope.FULL;
  }

  @BeforeAll
  final void start(@TempDir Path folder) {
    shared = Shared.in(folder, scope());
  }

  @AfterAll
  final void stop() {
    if (shared != null) {
      shared.close();
    }
  }

  @Override
  protected final StorageSetup open() {
    Shared now = Objects.requireNonNull(shared);
    now.line().faults().mend();
    now.googles().google().clearFaults();
    OAuthTokens good = now.googles().tokens(now.googles().somebody(), scope().scope());
    OAuthTokens refused =
        new OAuthTokens(new Secret("ya29.none-of-them"), good.refresh(), null, good.scopes());
    StorageTraits traits =
        StorageTraits.usual()
            .withNames(DriveContract::isTaken)
            .withLastingIds()
            .withSecrets(good.access().reveal(), Objects.requireNonNull(good.refresh()).reveal())
            .withDeviations(Deviation.HIDES_UPLOAD_SESSIONS);
    return new StorageSetup(now.provider(), new FixedCredentials(good), traits)
        .withWire(
            new StorageWire(now.line().faults(), now.hurried(), Duration.ofSeconds(10), refused));
  }

  /** Names that this adapter takes. */
  static boolean isTaken(String name) {
    return !name.matches("(?s)|.*\\p{Cntrl}.*")
        && name.getBytes(StandardCharsets.UTF_8).length <= 1024;
  }
}
