package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Checkpoint;
import dev.davit.Davit;
import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.testkit.memory.MemoryFlows;
import dev.davit.testkit.memory.MemoryStores;
import dev.davit.testkit.memory.MemoryVault;
import dev.davit.testkit.memory.SequentialIds;
import dev.davit.testkit.memory.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exported audit log in the hands of somebody who would like it to say something else. */
class AuditFileTest {
  private static final int LENGTH = 10;
  private static final int EDITED = 6;
  private static final int EARLY = 8;

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();
  private String end = "";

  private String early = "";

  /** Ten entries, the last of them about the export itself, and the checkpoint. */
  @BeforeEach
  void export() {
    TestClock clock = new TestClock();
    MemoryStores stores = new MemoryStores(clock);
    AuditLog log = new AuditLog(new SequentialIds());
    try (Davit davit =
        Davit.builder()
            .stores(stores)
            .flows(new MemoryFlows(clock))
            .vault(new MemoryVault())
            .clock(clock)
            .sweepEvery(Duration.ZERO)
            .build()) {
      for (int i = 1; i < LENGTH; i++) {
        String detail = "entry " + i;
        stores.inTransaction(
            tx -> {
              log.record(tx, "test.done", "ok", "1:ann", Actor.DAVIT, detail);
              return true;
            });
        early = i == EARLY ? AuditLine.of(davit.audit().checkpoint()) : early;
      }
      end = AuditLine.of(davit.audit().export(entry -> lines.add(AuditLine.of(entry))));
      lines.add(end);
    }
  }

  private AuditFile.Verified verified() throws IOException {
    Path file = Files.write(folder.resolve("audit.jsonl"), lines);
    return AuditFile.verify(file, null, done -> {});
  }

  private void assertNamed(long bad, String words) throws IOException {
    AuditFile.Verified verified = verified();
    assertThat(verified.verdict().firstBad()).as(verified.verdict().problem()).isEqualTo(bad);
    assertThat(verified.verdict().problem()).contains(words);
  }

  private void edit(UnaryOperator<String> change) {
    String before = lines.get(EDITED - 1);
    lines.set(EDITED - 1, change.apply(before));
    assertThat(lines.get(EDITED - 1)).isNotEqualTo(before);
  }

  @Test
  void D4_export_isWhole_andSaysWhoseKeySignedIt() throws IOException {
    AuditFile.Verified verified = verified();

    assertThat(verified.verdict().whole()).as(verified.verdict().problem()).isTrue();
    assertThat(verified.verdict().entries()).isEqualTo(LENGTH);
    assertThat(verified.end()).isEqualTo(AuditLine.checkpoint(end));
  }

  @Test
  void D4_erasedWhole_isNoFault() throws IOException {
    edit(line -> line.replaceAll("\"(owner|actor|request_id|detail|salt)\":\"[^\"]*\",", ""));

    assertThat(verified().verdict().whole()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"actor\":\"davit\"          | \"actor\":\"eve\"                       | edited",
        "\"salt\":\"[^\"]*\",          |                                         | Line 6",
        "\"actor\":\"davit\",           |                                         | Line 6",
        "\"action\"                     | \"more\":\"than this\",\"action\"       | Line 6",
        "\"actor\"                      | \"actor\":\"eve\",\"actor\"             | Line 6",
        "}                                | } {\"actor\":\"eve\"}                   | Line 6",
        "}                                |                                         | Line 6",
        "[{]                              | [                                       | Line 6",
        "\"ok\"                         | 1                                       | Line 6",
        "Z\",\"action\"                 | 999Z\",\"action\"                         | Line 6",
      })
  void D4_editedLine_isNamed(String what, String with, String words) throws IOException {
    edit(line -> line.replaceFirst(what, with == null ? "" : with));

    assertNamed(EDITED, words);
  }

  @Test
  void D4_bytesThatAreNoUtf8_areNamed() throws IOException {
    Path file = Files.write(folder.resolve("audit.jsonl"), lines);
    byte[] bytes = Files.readAllBytes(file);
    bytes[lines.get(0).length() + lines.get(1).length() / 2] = (byte) 0xff;
    Files.write(file, bytes);

    assertThat(AuditFile.verify(file, null, done -> {}).verdict().firstBad()).isEqualTo(2);
  }

  @Test
  void D4_saltTakenAway_andTheRestChanged_isNamed() throws IOException {
    edit(line -> line.replaceFirst("\"salt\":\"[^\"]*\",", "").replace("\"davit\"", "\"eve\""));

    assertNamed(EDITED, "Line 6");
  }

  @Test
  void D4_checkpointInTheMiddle_hidesNothingAfterIt() throws IOException {
    lines.add(EDITED - 1, end);
    lines.set(EDITED, "nobody looks here");

    assertNamed(EDITED, "after the checkpoint");
  }

  @Test
  void D4_whatComesAfterTheCheckpoint_isNamed() throws IOException {
    lines.add("");

    assertNamed(LENGTH + 1, "after the checkpoint");
  }

  @Test
  void D4_entriesAfterTheSignedOne_areNamed() throws IOException {
    lines.set(LENGTH, early);

    assertNamed(EARLY + 1, "not signed");
  }

  @Test
  void D4_endThatIsNotSigned_isNamed() throws IOException {
    Checkpoint signed = AuditLine.checkpoint(end);
    assertThat(signed).isNotNull();
    Checkpoint forged =
        new Checkpoint(
            signed.sequence(),
            signed.hash(),
            signed.at().plusMillis(1),
            signed.publicKey(),
            signed.signature());
    lines.set(LENGTH, AuditLine.of(forged));

    assertNamed(LENGTH + 1, "not signed");
  }

  @Test
  void D4_endCutOff_isNamed() throws IOException {
    lines.remove(LENGTH);

    assertNamed(LENGTH + 1, "cut off");
  }
}
