package dev.davit;

import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/** A few of core's suites, for the normal run; all of them are in the long one. */
abstract class CoreInShort extends CoreSuites {
  CoreInShort(Function<Path, Houses> place) {
    super(place);
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
  class Purge extends PurgeTest {
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
  class UploadFailure extends UploadFailureTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }
}
