package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit log, as an operator proves it. */
class AuditCommandTest {
  @TempDir Path folder;
  private final CommandRun davit = new CommandRun();

  @Test
  void D4_audit_isExported_verified_andFoundOutWhenAltered() throws IOException {
    String data = folder.resolve("data").toString();
    Path export = folder.resolve("audit.jsonl");
    Path checkpoint = folder.resolve("checkpoint");
    assertThat(davit.run("audit", "checkpoint", "--data", data, checkpoint.toString())).isZero();
    assertThat(davit.run("audit", "verify", "--data", data)).isZero();
    assertThat(davit.said()).contains("as it was written: 0 entries.", "No checkpoint was given");
    assertThat(davit.run("audit", "export", "--data", data, export.toString())).isZero();

    String key = Checkpoint.parse(Files.readString(checkpoint)).fingerprint();
    assertThat(davit.run("audit", "verify", "--data", data, "--checkpoint", checkpoint.toString()))
        .as(davit.said())
        .isZero();
    assertThat(davit.said())
        .contains("as it was written: 1 entry.", "goes on from the checkpoint of entry 0", key);
    assertThat(davit.run("audit", "verify", "--file", export.toString())).isZero();
    assertThat(davit.said())
        .contains("as it was written: 1 entry.", "signed as entry 1", key, "Nobody vouches");
    String kept = checkpoint.toString();
    assertThat(davit.run("audit", "verify", "--file", export.toString(), "--checkpoint", kept))
        .isZero();
    assertThat(davit.said()).contains("goes on from the checkpoint of entry 0", key, "of that key");

    List<String> lines = new ArrayList<>(Files.readAllLines(export));
    String end = lines.remove(lines.size() - 1);
    Files.write(export, lines);
    assertThat(davit.run("audit", "verify", "--file", export.toString())).isEqualTo(1);
    assertThat(davit.said()).contains("from entry " + (lines.size() + 1), "cut off");
    assertThat(davit.run("audit", "verify", "--file", folder.resolve("none").toString()))
        .isEqualTo(2);
    Files.write(export, List.of("no JSON", end));
    assertThat(davit.run("audit", "verify", "--file", export.toString())).isEqualTo(1);
    assertThat(davit.said()).contains("from entry 1 on", "Line 1 ");
    Files.write(export, List.of("no JSON"));
    assertThat(davit.run("audit", "verify", "--file", export.toString())).isEqualTo(2);
    assertThat(davit.said()).contains("Line 1 ");
    assertThat(davit.run("audit", "export", "--data", data, export.toString()))
        .as("never over another file")
        .isEqualTo(2);
    assertThat(davit.said()).contains("could not be written");
  }

  @Test
  void export_thatBreaksOff_leavesNoFile() {
    AuditOutput output = new AuditOutput();
    output.file = folder.resolve("audit.jsonl");

    assertThatThrownBy(
            () ->
                output.write(
                    out -> {
                      out.println("half of it");
                      throw new IllegalStateException("the database is gone");
                    }))
        .hasMessage("the database is gone");

    assertThat(output.file).doesNotExist();
  }
}
