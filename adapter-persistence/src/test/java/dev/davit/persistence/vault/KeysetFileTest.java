package dev.davit.persistence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * E4: a keyset file that can't be trusted stops the start, with a sentence that says what to do.
 */
final class KeysetFileTest {
  private static final Binding BINDING = new Binding("", "", "", "test");
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void setUp() {
    file = folder.resolve("keyset.json");
  }

  @Test
  void E4_firstStart_makesAFileForItsOwnerOnly() throws Exception {
    TinkVault vault = TinkVault.openOrCreate(file, false);

    assertThat(rights(file)).isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("no temporary file is left").containsExactly(file);
    }
    Bytes sealed = vault.house().seal(bytes("text"), BINDING);
    assertThat(TinkVault.openOrCreate(file, true).house().open(sealed, BINDING))
        .isEqualTo(bytes("text"));
  }

  @Test
  void E4_manyFirstStartsAtOnce_agreeOnOneKeyset() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<TinkVault>> starts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      starts.add(() -> TinkVault.openOrCreate(file, false));
    }
    List<Future<TinkVault>> vaults = threads.invokeAll(starts);
    threads.shutdown();

    Bytes sealed = vaults.get(0).get().house().seal(bytes("text"), BINDING);
    for (Future<TinkVault> vault : vaults) {
      assertThat(vault.get().house().open(sealed, BINDING)).isEqualTo(bytes("text"));
    }
  }

  @Test
  void E4_missingWhereRowsExist_isRefusedAndNotMade() {
    refused(true, "is missing", "put it back");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx", "rw------x"})
  void E4_openToOthers_isRefusedAndSaysWhichChmod(String rights) throws Exception {
    TinkVault.openOrCreate(file, false);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

    refused(true, "chmod 600 " + file.toRealPath());
  }

  @Test
  void E4_linkToAFileOpenToOthers_isRefused() throws Exception {
    Path elsewhere = folder.resolve("elsewhere.json");
    TinkVault.openOrCreate(elsewhere, false);
    Files.createSymbolicLink(file, elsewhere);
    TinkVault.openOrCreate(file, true);

    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r--r--"));

    refused(true, "chmod 600 " + elsewhere.toRealPath());
  }

  @Test
  void E4_linkToNothing_isRefusedAndNothingIsMade() throws Exception {
    Path elsewhere = folder.resolve("elsewhere.json");
    Files.createSymbolicLink(file, elsewhere);

    refused(false, "can't be read");
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void E4_empty_isRefusedAndNotReplaced() throws Exception {
    write("");

    refused(false, "is empty");
    assertThat(file).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{}", "no keyset", "{\"primaryKeyId\":1,\"key\":[]}", "[1,2]", "\u0000"})
  void E4_malformed_isRefusedAndNotReplaced(String text) throws Exception {
    write(text);

    refused(false, "is not a keyset");
    assertThat(file).hasContent(text);
  }

  @Test
  void E4_cutShort_isRefusedWithoutItsText() throws Exception {
    TinkVault.openOrCreate(file, false);
    String whole = Files.readString(file);
    String key = whole.replaceAll("(?s).*\"value\":\\s*\"([^\"]{16}).*", "$1");
    Files.writeString(file, whole.substring(0, whole.length() - 60));

    CloudException refusal = refused(true, "is not a keyset");

    StringWriter printed = new StringWriter();
    refusal.printStackTrace(new PrintWriter(printed));
    assertThat(key).hasSize(16);
    assertThat(printed.toString()).doesNotContain(key);
  }

  @Test
  void E4_keysOfAnotherKind_isRefused() throws Exception {
    KeysetHandle other =
        KeysetHandle.generateNew(PredefinedAeadParameters.AES128_GCM, AeadConfig2026.get());
    write(
        TinkJsonProtoKeysetFormat.serializeKeyset(
            other, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));

    refused(true, "AES-256-GCM");
  }

  @Test
  void E4_folderInItsPlace_isRefused() throws Exception {
    Files.createDirectory(file);

    refused(true, "must be a file");
  }

  @Test
  void E4_folderMissing_isRefused() {
    file = folder.resolve("none/keyset.json");

    refused(false, "is not there");
  }

  private CloudException refused(boolean rowsExist, String... words) {
    List<CloudException> caught = new ArrayList<>();
    assertThatThrownBy(() -> TinkVault.openOrCreate(file, rowsExist))
        .hasMessageContainingAll(words)
        .isInstanceOfSatisfying(CloudException.class, caught::add)
        .message()
        .as("one line")
        .doesNotContain("\n");
    assertThat(caught.get(0).kind()).isEqualTo(ErrorKind.MISCONFIGURED);
    return caught.get(0);
  }

  private void write(String text) throws Exception {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  private static String rights(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
