package dev.davit.onedrive;

import dev.davit.emulator.microsoft.MicrosoftAccount;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The storage contract at the emulator. Each test is another account of the same Microsoft. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneDriveContract extends StorageContract {
  private @Nullable Shared shared;

  private record Shared(
      Microsofts microsofts, FaultyHttp line, OneDriveProvider provider, OneDriveProvider hurried) {
    static Shared in(Path folder, OneDriveScope scope) {
      Microsofts microsofts = Microsofts.start(folder);
      FaultyHttp line = FaultyHttp.before(microsofts.microsoft().url().toString());
      OneDriveSettings settings = Microsofts.settings(URI.create(line.url())).withScope(scope);
      OneDrivePatience hurried = Microsofts.hurried(Duration.ofMillis(150));
      return new Shared(
          microsofts,
          line,
          Microsofts.provider(settings),
          Microsofts.provider(settings.withPatience(hurried)));
    }

    void close() {
      provider.close();
      hurried.close();
      line.close();
      microsofts.close();
    }
  }

  /** What is granted, of which all tests are. */
  OneDriveScope scope() {
    return OneDriveScope.FULL;
  }

  /** Somebody with nothing in the drive. */
  abstract MicrosoftAccount somebody(Microsofts microsofts);

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
    now.microsofts().microsoft().clearFaults();
    OAuthTokens good = now.microsofts().tokens(somebody(now.microsofts()), scope());
    OAuthTokens refused =
        new OAuthTokens(new Secret("EwB4-none-of-them"), good.refresh(), null, good.scopes());
    StorageTraits traits =
        StorageTraits.usual()
            .withNames(OneDriveNames::isTaken)
            .withoutCase()
            .withLastingIds()
            .withSecrets(good.access().reveal(), Objects.requireNonNull(good.refresh()).reveal())
            .withDeviations(Deviation.HIDES_UPLOAD_SESSIONS);
    return new StorageSetup(now.provider(), new FixedCredentials(good), traits)
        .withWire(
            new StorageWire(now.line().faults(), now.hurried(), Duration.ofSeconds(10), refused));
  }
}
