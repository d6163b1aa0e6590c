package dev.davit;

import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/** Core's suites of OAuth and of refreshing. */
abstract class CoreOAuth extends CoreSuites {
  CoreOAuth(Function<Path, Houses> place) {
    super(place);
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
}
