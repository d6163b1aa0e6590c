package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each section of the storage contract fails for storages that break it, and only for those. */
class StorageMutantsTest {
  private static final List<Mutant> ALL =
      Stream.of(
              ReadingMutants.all(),
              WritingMutants.all(),
              InterruptionMutants.all(),
              ShapeMutants.all(),
              AccordMutants.all())
          .flatMap(List::stream)
          .toList();

  @TestFactory
  Stream<DynamicTest> aMutant_isFound() {
    return ALL.stream()
        .map(
            mutant ->
                dynamicTest(
                    mutant.section().getSimpleName() + ": " + mutant.name(),
                    () -> assertThat(Section.finds(mutant.section(), mutant::setup)).isTrue()));
  }

  @TestFactory
  Stream<DynamicTest> theOriginal_passes() {
    return sections().stream()
        .map(section -> new Mutant("none", section, UnaryOperator.identity()))
        .map(
            original ->
                dynamicTest(
                    original.section().getSimpleName(),
                    () ->
                        assertThat(Section.failures(original.section(), original::setup))
                            .isEmpty()));
  }

  @Test
  void everySection_hasMutants() {
    Set<Class<?>> mutated = ALL.stream().map(Mutant::section).collect(Collectors.toSet());
    assertThat(mutated).isEqualTo(sections());
  }

  /** Those that need no line; {@link WireMutantsTest} has the others. */
  private static Set<Class<?>> sections() {
    return Stream.of(StorageContract.class.getInterfaces())
        .filter(section -> !WireFixture.class.isAssignableFrom(section))
        .collect(Collectors.toSet());
  }
}
