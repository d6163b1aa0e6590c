package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Caller;
import dev.davit.Contents;
import dev.davit.Davit;
import dev.davit.NewDocument;
import dev.davit.objectstore.DiskStorageProvider;
import dev.davit.outbound.OutboundGuard;
import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.storage.Download;
import dev.davit.ports.store.Document;
import dev.davit.webdav.WebDavProvider;
import dev.davit.webdav.WebDavSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows to embedders. */
class EmbeddingTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Path SOURCE = Path.of("src/test/java/dev/davit/app/EmbeddingTest.java");

  @Test
  void theTenLines_work(@TempDir Path home) throws IOException {
    assertThat(embed(home)).isEqualTo("Dear Sir or Madam");
  }

  @Test
  void theReadme_showsTheTenLines() throws IOException {
    assertThat(between(README, "```java", "```")).isEqualTo(between(SOURCE, "// begin", "// end"));
  }

  private static String embed(Path home) throws IOException {
    OutboundGuard guard = OutboundGuard.builder().build();
    // begin
    try (SqlStores stores = SqlStores.open(SqlSettings.sqlite(home.resolve("davit.db")));
        Davit davit =
            Davit.builder()
                .stores(stores)
                .vault(TinkVault.openOrCreate(home.resolve("keyset.json"), stores.holdsSealed()))
                .provider(new WebDavProvider(guard, WebDavSettings.defaults()))
                .applicationStorage(DiskStorageProvider.at(home.resolve("documents")))
                .build()) {
      Caller alice = Caller.of("alice");
      NewDocument letter =
          new NewDocument("letter.txt", "text/plain", Contents.text("Dear Sir or Madam"));
      Document stored = davit.documents().store(alice, letter);
      try (Download download = davit.documents().read(alice, stored.id(), null)) {
        return new String(download.body().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    // end
  }

  private static String between(Path file, String begin, String end) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .dropWhile(line -> !line.equals(begin))
        .skip(1)
        .takeWhile(line -> !line.equals(end))
        .collect(Collectors.joining("\n"));
  }
}
