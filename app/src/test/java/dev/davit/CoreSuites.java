package dev.davit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Suites of core, each over a house of its own at one place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CoreSuites {
  private final Function<Path, Houses> place;
  private Houses houses;

  /**
   * Suites.
   *
   * @param place where the houses stand, given a folder for what they keep in files
   */
  CoreSuites(Function<Path, Houses> place) {
    this.place = place;
  }

  @BeforeAll
  final void build(@TempDir Path folder) {
    houses = place.apply(folder);
  }

  final TestHouse house() {
    return houses.fresh();
  }

  /** Files with every byte of the last house's database. */
  final List<Path> dump() throws IOException {
    return houses.dump();
  }

  @AfterEach
  final void close() {
    houses.close();
  }

  @AfterAll
  final void end() {
    houses.end();
  }
}
