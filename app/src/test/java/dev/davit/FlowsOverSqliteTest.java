package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Core's own suites, but for OAuth's, over the database and the vault of production. */
class FlowsOverSqliteTest extends OverSqlite {
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
