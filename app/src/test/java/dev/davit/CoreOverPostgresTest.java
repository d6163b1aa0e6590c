package dev.davit;

import org.junit.jupiter.api.Nested;

/** A few of core's suites over PostgreSQL; all of them are in the long run. */
class CoreOverPostgresTest extends CoreSuites {
  CoreOverPostgresTest() {
    super(PostgresHouses::new);
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
