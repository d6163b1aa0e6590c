package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.NodeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operator's page says of the settings is so. */
class OperationsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "operations.md");
  private static final Pattern NAME = Pattern.compile("(?>DAVIT_[A-Z0-9_]*[A-Z0-9])(?!…|_…)");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (`DAVIT_[^|]+`) \\| ([^|]+) \\| [^\\n]+ \\|$");

  @TempDir Path folder;

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE)).results().toList();
  }

  private static Stream<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group);
  }

  /** Those that stand there as they are typed. */
  static List<Map.Entry<String, String>> defaults() throws IOException {
    return rows().stream()
        .filter(row -> row.group(2).startsWith("`"))
        .map(row -> Map.entry(row.group(1).replace("`", ""), row.group(2).replace("`", "")))
        .toList();
  }

  @Test
  void theTable_hasEverySettingOnce_andNoOther() throws IOException {
    assertThat(rows().stream().flatMap(row -> names(row.group(1))))
        .containsExactlyInAnyOrderElementsOf(SettingNames.ALL);
  }

  @Test
  void noPage_namesASettingThatIsNone() throws IOException {
    List<Path> pages = List.of(PAGE, Path.of("..", "README.md"));
    for (Path page : pages) {
      assertThat(names(Files.readString(page)).filter(name -> !name.equals("DAVIT_JAVA_OPTS")))
          .as(page.toString())
          .isNotEmpty()
          .isSubsetOf(SettingNames.ALL);
    }
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void aDefault_isWhatTheServerTakesWithoutIt(Map.Entry<String, String> row) {
    Map<String, String> without = everything(row.getKey());
    without.remove(row.getKey());
    Map<String, String> with = new HashMap<>(without);
    with.put(row.getKey(), row.getValue());

    assertThat(SettingsLoader.load(with, null, Map.of()))
        .isEqualTo(SettingsLoader.load(without, null, Map.of()));
  }

  /** What each setting with a default needs beside it to mean something. */
  private Map<String, String> everything(String but) {
    Map<String, String> settings = NodeSettings.of(folder);
    settings.keySet().removeIf(name -> !name.startsWith("DAVIT_M") && but.equals("DAVIT_STORAGE"));
    for (OAuthVendor vendor : OAuthVendor.values()) {
      settings.put(vendor.setting("CLIENT_ID"), "id");
      settings.put(vendor.setting("CLIENT_SECRET"), "s3cret");
    }
    return settings;
  }
}
