package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.persistence.vault.TinkVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keyset of many nodes, as an operator makes it. */
class KeysCommandTest {
  /** Longer than any id of a key, and nothing that a path here has. */
  private static final Pattern MATERIAL = Pattern.compile("[A-Za-z0-9+=]{24,}");

  @TempDir Path folder;
  private Path file;
  private final CommandRun davit = new CommandRun();

  @BeforeEach
  void setUp() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    file = folder.resolve("keys.json");
  }

  @Test
  void E4_create_makesAKeysetForItsOwnerOnly_andSaysWhatComesNext() throws IOException {
    assertThat(davit.run("keys", "create", file.toString())).isZero();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(davit.said())
        .contains("Made " + file + " with the key ", "Copy it to each node", "DAVIT_KEYSET_FILE")
        .contains("apart from the database's backups");
    assertThat(MATERIAL.matcher(davit.said().replace(file.toString(), "")).find()).isFalse();
    assertThat(TinkVault.openOrCreate(file, true).info().ids()).hasSize(1);
  }

  @Test
  void E4_create_neverWritesOverAFile() throws IOException {
    Files.writeString(file, "mine");

    assertThat(davit.run("keys", "create", file.toString())).isEqualTo(2);

    assertThat(davit.said()).startsWith("davit: There is something at " + file + " already");
    assertThat(file).hasContent("mine");
  }

  @Test
  void E4_create_refusesAFolderInWhichOthersCanWrite_orThatIsNotThere() throws IOException {
    for (String open : new String[] {"rwxrwx---", "rwx----w-"}) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(open));
      assertThat(davit.run("keys", "create", file.toString())).isEqualTo(2);
      assertThat(davit.said()).contains("Others can write to the folder " + folder);
      assertThat(file).doesNotExist();
    }

    assertThat(davit.run("keys", "create", folder.resolve("none/keys.json").toString()))
        .isEqualTo(2);
    assertThat(davit.said()).contains("is not there: make it");
  }

  @Test
  void E4_check_saysWhichKeys_orWhyNot() throws IOException {
    davit.run("keys", "create", file.toString());
    String key = String.valueOf(TinkVault.openOrCreate(file, true).info().primary());

    assertThat(davit.run("keys", "check", file.toString())).isZero();
    assertThat(davit.said()).contains("seals with  " + key, "opens with  " + key);
    assertThat(MATERIAL.matcher(davit.said().replace(file.toString(), "")).find()).isFalse();

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(davit.run("keys", "check", file.toString())).isEqualTo(2);
    assertThat(davit.said()).contains("is open to others: run chmod 600");
    assertThat(davit.run("keys", "check", folder.resolve("none").toString())).isEqualTo(2);
  }
}
