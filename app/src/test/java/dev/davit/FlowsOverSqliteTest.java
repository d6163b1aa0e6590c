package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.testkit.memory.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Core's own suites, over the database and the vault of production. */
class FlowsOverSqliteTest {
  @TempDir private static Path folder;

  private static final Deque<SqlStores> OPENED = new ArrayDeque<>();
  private static int houses;

  @BeforeAll
  static void migrateOnce() {
    SqlStores.open(SqlSettings.sqlite(database("migrated"))).close();
    TinkVault.openOrCreate(folder.resolve("keyset"), false);
  }

  @AfterEach
  void close() {
    while (!OPENED.isEmpty()) {
      OPENED.pop().close();
    }
  }

  private static Path database(String name) {
    return folder.resolve(name + ".db");
  }

  private static TestHouse house() {
    TestClock clock = new TestClock();
    Path file = database("house" + houses++);
    try {
      Files.copy(database("migrated"), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SqlSettings settings = SqlSettings.sqlite(file).withClock(clock).withMigrate(false);
    SqlStores stores = SqlStores.open(settings);
    OPENED.push(stores);
    return new TestHouse(
        clock, stores, stores.flows(), TinkVault.openOrCreate(folder.resolve("keyset"), true));
  }

  @Nested
  class Accounts extends AccountsTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Audit extends AuditTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Canary extends CanaryTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Connections extends ConnectionsTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Crash extends CrashTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Credentials extends CredentialsTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class DefaultStorage extends DefaultStorageTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Disconnect extends DisconnectTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Documents extends DocumentsTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Listing extends ListingTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Login extends LoginTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class LoginEnd extends LoginEndTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class OAuthStart extends OAuthTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class OAuthBinding extends OAuthBindingTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class OAuthCanary extends OAuthCanaryTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class OAuthCrash extends OAuthCrashTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class OAuthElsewhere extends OAuthElsewhereTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class OAuthGrant extends OAuthGrantTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class OAuthRefusal extends OAuthRefusalTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class OAuthRace extends OAuthRaceTest {

    @Override
    protected int pairs() {
      return 100;
    }

    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Refresh extends RefreshTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class RefreshCanary extends RefreshCanaryTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class RefreshCrash extends RefreshCrashTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class RefreshFailure extends RefreshFailureTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class RefreshLease extends RefreshLeaseTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class RefreshTogether extends RefreshTogetherTest {
    @Override
    protected int many() {
      return 200;
    }

    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Resilience extends ResilienceTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Search extends SearchTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class Resume extends ResumeTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class UnfinishedUpload extends UnfinishedUploadTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }

    @Test
    void E5_sessionToken_isNowhereInTheFilesOfTheDatabase() throws IOException {
      broken(3);

      for (String part : List.of(".db", ".db-wal")) {
        Path file = folder.resolve("house" + (houses - 1) + part);
        assertThat(file).isNotEmptyFile();
        String dump = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String form : forms()) {
          assertThat(dump.contains(form)).as(part + form).isFalse();
        }
      }
    }
  }

  @Nested
  class UploadFailure extends UploadFailureTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }
}
