package dev.davit.nextcloud;

import dev.davit.emulator.nextcloud.NextcloudEmulator;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.FieldLogin;
import dev.davit.ports.storage.Grant;
import dev.davit.testkit.contract.Deviation;
import dev.davit.testkit.contract.StorageContract;
import dev.davit.testkit.contract.StorageSetup;
import dev.davit.testkit.contract.StorageTraits;
import dev.davit.testkit.contract.StorageWire;
import dev.davit.testkit.fault.FaultyHttp;
import dev.davit.testkit.memory.TestClock;
import dev.davit.webdav.Davs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The storage contract at the emulator. Each test is another user of the same server. */
class NextcloudContractTest extends StorageContract {
  @TempDir static Path folder;
  private static NextcloudEmulator server;
  private static FaultyHttp line;
  private static int users;
  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = NextcloudEmulator.at(folder).webroot("/nextcloud").start();
    line = FaultyHttp.before(server.address().toString());
  }

  @Override
  protected StorageSetup open() {
    NextcloudProvider provider = kept(Clouds.provider(new TestClock()));
    NextcloudProvider hurried = kept(Clouds.hurried(new TestClock(), Duration.ofMillis(150)));
    server.forgive();
    line.faults().mend();
    String login = "user" + ++users + "@example.org";
    server.addUser(login, "id of " + users, Clouds.OWN_PASSWORD);
    String password = server.addAppPassword(login, "contract");
    SecretFields good = connect(provider, login, password);
    return new StorageSetup(
            provider,
            new Davs.Source(good),
            StorageTraits.usual()
                .withNames(Clouds::isTaken)
                .withoutForms()
                .withSecrets(password, folder.toString())
                .withDeviations(Deviation.ASKS_WHY_REFUSED))
        .withWire(
            new StorageWire(line.faults(), hurried, Duration.ofSeconds(10), Clouds.wrong(good)));
  }

  private NextcloudProvider kept(NextcloudProvider provider) {
    opened.add(provider);
    return provider;
  }

  private static SecretFields connect(NextcloudProvider provider, String login, String password) {
    Grant grant =
        ((FieldLogin) provider.authentication()).verify(Davs.fields(line.url(), login, password));
    return (SecretFields) grant.credential();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
  }

  @AfterAll
  static void stop() {
    line.close();
    server.close();
  }
}
