package dev.davit.internal.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testkit.memory.SequentialIds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredNamesTest {
  private static StoredNames names(String wanted) {
    return new StoredNames(wanted, new SequentialIds());
  }

  @ParameterizedTest
  @CsvSource({
    "report.pdf,report (2).pdf",
    "report,report (2)",
    ".profile,.profile (2)",
    "a.tar.gz,a.tar (2).gz",
    "end.,end (2).",
    "It was so. But then it was not,It was so. But then it was not (2)"
  })
  void next_isNumberedBeforeTheExtension(String wanted, String second) {
    assertThat(names(wanted).next()).isEqualTo(second);
  }

  @Test
  void names_endWithARandomOne() {
    List<String> all = new ArrayList<>();
    names("a.txt").forEachRemaining(all::add);

    assertThat(all).hasSize(9).doesNotHaveDuplicates().startsWith("a (2).txt", "a (3).txt");
    assertThat(all.get(8)).isEqualTo("a (id-000001).txt");
  }

  @Test
  void names_fitIn255BytesOfWholeCharacters() {
    String wanted = "\uD83D\uDE00".repeat(62) + ".docx";

    names(wanted)
        .forEachRemaining(
            name -> {
              assertThat(name.getBytes(UTF_8).length).isLessThanOrEqualTo(255);
              assertThat(new String(name.getBytes(UTF_8), UTF_8)).isEqualTo(name);
              assertThat(name).endsWith(").docx");
            });
  }
}
