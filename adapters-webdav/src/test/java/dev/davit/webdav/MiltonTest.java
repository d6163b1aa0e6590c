package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Authentication;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connecting to Milton. */
class MiltonTest extends ScriptedTest {
  private static final String PASSWORD = "plain";

  @TempDir Path folder;
  @TempDir Path work;
  private MiltonDav server;

  @BeforeEach
  void start() {
    server = MiltonDav.start(folder, work, Davs.USER, PASSWORD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void verify_wrongPassword_isRefused_goodOne_isNot() {
    var login = (Authentication.Fields) provider(Davs.settings()).authentication();

    assertKind(
        ErrorKind.CREDENTIALS_REFUSED,
        () -> login.verify(Davs.fields(server.url(), Davs.USER, "wrong")));
    assertThat(login.verify(Davs.fields(server.url(), Davs.USER, PASSWORD)).label())
        .isEqualTo("ada@127.0.0.1");
  }
}
