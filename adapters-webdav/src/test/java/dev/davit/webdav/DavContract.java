package dev.davit.webdav;

import dev.davit.testkit.contract.StorageContract;
import dev.davit.testkit.contract.StorageSetup;
import dev.davit.testkit.contract.StorageTraits;
import dev.davit.testkit.contract.StorageWire;
import dev.davit.testkit.fault.FaultyHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The storage contract at a real server, which is started once: each test has a folder of its own
 * there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DavContract extends StorageContract {
  private final String password;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private @Nullable Started started;

  /**
   * What all tests of a class share.
   *
   * @param served the folder that the server serves
   * @param line to the server
   */
  private record Started(
      Path served, FaultyHttp line, WebDavProvider provider, WebDavProvider hurried) {}

  DavContract(String password) {
    this.password = password;
  }

  /** Starts the server, for the user {@link Davs#USER}. */
  abstract EmbeddedTomcat serve(Path folder, Path work, String secret);

  @BeforeAll
  final void start(@TempDir Path folder, @TempDir Path work) {
    EmbeddedTomcat server = kept(serve(folder, work, password));
    started =
        new Started(
            folder,
            kept(FaultyHttp.before(server.url())),
            kept(new WebDavProvider(Davs.loopback(), Davs.settings())),
            kept(new WebDavProvider(Davs.loopback(), Davs.waiting(Duration.ofMillis(150)))));
  }

  private <T extends AutoCloseable> T kept(T one) {
    opened.add(0, one);
    return one;
  }

  @AfterAll
  final void stop() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
  }

  @Override
  protected final StorageSetup open() throws IOException {
    Started shared = Objects.requireNonNull(started);
    Path folder = Files.createTempDirectory(shared.served(), "test");
    String url = shared.line().url() + folder.getFileName() + "/";
    StorageTraits traits =
        StorageTraits.usual().withNames(Davs::isTaken).withSecrets(password, folder.toString());
    return new StorageSetup(
            shared.provider(), Davs.source(Davs.fields(url, Davs.USER, password)), traits)
        .withWire(
            new StorageWire(
                shared.line().faults(),
                shared.hurried(),
                Duration.ofSeconds(10),
                Davs.fields(url, Davs.USER, "wrong")));
  }
}
