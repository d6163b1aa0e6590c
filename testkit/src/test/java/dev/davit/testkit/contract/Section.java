package dev.davit.testkit.contract;

import dev.davit.ports.store.Stores;
import dev.davit.testkit.memory.TestClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the rules of one section and says which of them failed. */
final class Section {
  private Section() {}

  /** The rules that fail for a storage. */
  static List<String> failures(Class<?> section, Supplier<StorageSetup> setup) {
    return failing(section, () -> opened(setup)).toList();
  }

  /** Whether any rule fails for a storage. */
  static boolean finds(Class<?> section, Supplier<StorageSetup> setup) {
    return failing(section, () -> opened(setup)).findFirst().isPresent();
  }

  /** Whether any rule fails for stores. */
  static boolean findsInStores(Class<?> section, Function<TestClock, Stores> stores) {
    return failing(section, () -> openedStores(stores)).findFirst().isPresent();
  }

  /** The rules that fail for an OAuth client. */
  static List<String> oauthFailures(Class<?> section, Supplier<OAuthSetup> setup) {
    return failing(section, () -> openedClient(setup)).toList();
  }

  private static Object openedClient(Supplier<OAuthSetup> setup) throws Exception {
    OneClient subject = new OneClient(setup.get());
    subject.openClient();
    return subject;
  }

  private static Object opened(Supplier<StorageSetup> setup) throws Exception {
    OneStorage subject = new OneStorage(setup.get());
    subject.openStorage();
    return subject;
  }

  private static Object openedStores(Function<TestClock, Stores> stores) {
    SomeStores subject = new SomeStores(stores);
    subject.openStores();
    return subject;
  }

  private static Stream<String> failing(Class<?> section, Callable<Object> subject) {
    List<Method> rules =
        Arrays.stream(section.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .toList();
    if (rules.isEmpty()) {
      throw new AssertionError(section + " has no rules");
    }
    return rules.stream().filter(rule -> fails(rule, subject)).map(Method::getName);
  }

  private static boolean fails(Method rule, Callable<Object> subject) {
    try {
      rule.invoke(subject.call());
      return false;
    } catch (InvocationTargetException failure) {
      return true;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static final class OneStorage extends StorageContract {
    private final StorageSetup setup;

    OneStorage(StorageSetup setup) {
      this.setup = setup;
    }

    @Override
    protected StorageSetup open() {
      return setup;
    }
  }

  private static final class OneClient extends OAuthContract {
    private final OAuthSetup setup;

    OneClient(OAuthSetup setup) {
      this.setup = setup;
    }

    @Override
    protected OAuthSetup open() {
      return setup;
    }
  }

  private static final class SomeStores extends StoresContract {
    private final Function<TestClock, Stores> stores;

    SomeStores(Function<TestClock, Stores> stores) {
      this.stores = stores;
    }

    @Override
    protected Stores open(TestClock clock) {
      return stores.apply(clock);
    }
  }
}
