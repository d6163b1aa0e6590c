package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every criterion of the threat model that is built has a test of its name. */
class CriteriaTest {
  private static final Set<String> BUILT =
      Set.of(
          "D1", "D2", "D3", "D4", "E1", "E2", "E4", "E5", "E6", "O1", "O2", "O3", "O4", "O5", "O6",
          "O7", "R1", "R2", "R3", "R4", "R5", "R6", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8",
          "W0", "W1", "W2", "W3", "W4", "W5", "W6");

  private static final Pattern TEST = Pattern.compile("void ((?:[ORESWDF]\\d_)+)");
  private static final Pattern CRITERION = Pattern.compile("[ORESWDF]\\d");

  @Test
  void everyCriterionThatIsBuilt_hasATestOfItsName() throws IOException {
    assertThat(named()).containsAll(BUILT);
  }

  private static Set<String> named() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> isTest(file.toString()))
          .flatMap(file -> TEST.matcher(read(file)).results())
          .map(found -> found.group(1))
          .flatMap(names -> CRITERION.matcher(names).results())
          .map(MatchResult::group)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean isTest(String file) {
    return file.contains("/src/test/") || file.contains("testkit/src/main/");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
