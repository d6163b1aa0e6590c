package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskNamesTest {
  @Test
  void isUsable_countsBytes() {
    assertThat(DiskNames.isUsable("x".repeat(255))).isTrue();
    assertThat(DiskNames.isUsable("x".repeat(256))).isFalse();
    assertThat(DiskNames.isUsable("é".repeat(127))).isTrue();
    assertThat(DiskNames.isUsable("é".repeat(128))).isFalse();
    assertThat(DiskNames.isUsable("\ud800")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "report.pdf, 1, report.pdf",
    "report.pdf, 2, report (2).pdf",
    "report, 3, report (3)",
    ".profile, 2, .profile (2)",
    "a.tar.gz, 2, a.tar (2).gz",
    "v1.this is no extension, 2, v1.this is no extension (2)",
  })
  void numbered_keepsTheExtension(String name, int number, String expected) {
    assertThat(DiskNames.numbered(name, number)).isEqualTo(expected);
  }

  @Test
  void numbered_ofALongName_cutsWholeCharacters() {
    String name = DiskNames.numbered("é".repeat(125) + ".pdf", 12);
    assertThat(name).endsWith("é (12).pdf");
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(254, 255);
  }
}
