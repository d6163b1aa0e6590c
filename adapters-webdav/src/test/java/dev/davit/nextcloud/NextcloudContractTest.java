package dev.davit.nextcloud;

import dev.davit.emulator.nextcloud.NextcloudEmulator;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Grant;
import dev.davit.testkit.contract.StorageContract;
import dev.davit.testkit.contract.StorageSetup;
import dev.davit.testkit.contract.StorageTraits;
import dev.davit.testkit.memory.TestClock;
import java.nio.file.Path;
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
  private static int users;
  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = NextcloudEmulator.at(folder).webroot("/nextcloud").start();
  }

  @Override
  protected StorageSetup open() {
    NextcloudProvider provider = Clouds.provider(new TestClock());
    opened.add(provider);
    String login = "user" + ++users + "@example.org";
    server.addUser(login, "id of " + users, Clouds.OWN_PASSWORD);
    String password = server.addAppPassword(login, "contract");
    Grant grant =
        ((dev.davit.ports.storage.FieldLogin) provider.authentication())
            .verify(Clouds.fields(server.address().toString(), login, password));
    return new StorageSetup(
        provider,
        new Clouds.Source((SecretFields) grant.credential()),
        StorageTraits.usual()
            .withNames(Clouds::isTaken)
            .withoutForms()
            .withSecrets(new Secret(password).reveal(), folder.toString()));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }
}
