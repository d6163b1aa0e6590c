package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testservers.FilesSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Core's own suites, but for OAuth's. */
abstract class CoreFlows extends CoreSuites {
  CoreFlows(Function<Path, Houses> place) {
    super(place);
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
  class DisconnectOnNodes extends DisconnectOnNodesTest {
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

      assertThat(FilesSearch.find(dump(), List.of("1:ann"))).isNotEmpty();
      assertThat(FilesSearch.find(dump(), forms())).isEmpty();
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
