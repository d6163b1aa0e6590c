package dev.davit;

import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/** Core's suites of what leaves: owners, and connections with documents. */
abstract class CorePurges extends CoreSuites {
  CorePurges(Function<Path, Houses> place) {
    super(place);
  }

  @Nested
  class Parting extends PartingTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class PartingAgain extends PartingAgainTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class PartingCrash extends PartingCrashTest {
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
  class PurgeCrash extends PurgeCrashTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class PurgeGrant extends PurgeGrantTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class PurgeRace extends PurgeRaceTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class PurgeRefusal extends PurgeRefusalTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class PurgeUnfinished extends PurgeUnfinishedTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }

  @Nested
  class PurgeWait extends PurgeWaitTest {
    @Override
    protected TestHouse newHouse() {
      return house();
    }
  }
}
