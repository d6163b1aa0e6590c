package dev.davit.testkit.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Runs the rules of one section and says which of them failed. */
final class Section {
  private Section() {}

  static List<String> failures(Class<?> section, Supplier<StorageSetup> setup) {
    List<Method> rules =
        Arrays.stream(section.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .toList();
    if (rules.isEmpty()) {
      throw new AssertionError(section + " has no rules");
    }
    return rules.stream().filter(rule -> fails(rule, setup)).map(Method::getName).toList();
  }

  private static boolean fails(Method rule, Supplier<StorageSetup> setup) {
    Subject subject = new Subject(setup.get());
    try {
      subject.openStorage();
      rule.invoke(subject);
      return false;
    } catch (InvocationTargetException failure) {
      return true;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static final class Subject extends StorageContract {
    private final StorageSetup setup;

    Subject(StorageSetup setup) {
      this.setup = setup;
    }

    @Override
    protected StorageSetup open() {
      return setup;
    }
  }
}
