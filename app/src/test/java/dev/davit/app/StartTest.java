package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.app.support.Client;
import dev.davit.app.support.House;
import dev.davit.app.support.ServerProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first minutes of an operator: a server that is started in an empty folder without any
 * configuration.
 */
class StartTest {
  private static final String ANN = "ann@example.org";

  @TempDir static Path shared;
  private static ServerProcess server;

  @TempDir Path folder;

  @BeforeAll
  static void serve() {
    server = run(shared, "", "serve", "--port", "0");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static ServerProcess run(Path folder, String input, String... arguments) {
    return ServerProcess.run(List.of(), folder, Map.of(), input, arguments);
  }

  @Test
  void withoutConfiguration_isReadyAndSaysWhatIsMissing() {
    Client client = server.client();

    assertThat(client.get("/health/live").expect(200).text("status")).isEqualTo("live");
    assertThat(client.get("/health/ready").expect(200).text("status")).isEqualTo("ready");
    assertThat(client.get("/api/auth").expect(200).text("registration")).isEqualTo("closed");
    assertThat(client.get("/").expect(200).text()).containsIgnoringCase("<!doctype html>");
    assertThat(server.out())
        .contains(
            "http://localhost:" + server.port(),
            shared.resolve("davit-data").toString(),
            "davit user add",
            "DAVIT_REGISTRATION",
            "DAVIT_PUBLIC_URL",
            "DAVIT_OUTBOUND_ALLOW",
            "DAVIT_TRUST_FILE")
        .doesNotContain("WARNING");
    assertThat(server.err()).doesNotContain("WARN", "ERROR", "Exception");
  }

  @Test
  void withoutConfiguration_isReachedFromThisMachineOnly() throws IOException {
    connect("127.0.0.1", server.port());
    assertThatThrownBy(() -> connect("127.0.0.2", server.port()))
        .as("only one address of this machine")
        .isInstanceOf(ConnectException.class);
    assertThatThrownBy(() -> connect("::1", server.port())).isInstanceOf(IOException.class);
  }

  private static void connect(String address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), 10_000);
    }
  }

  @Test
  void E4_dataAndKeyset_areTheirOwnersOnly() throws IOException {
    assertThat(server.port()).isPositive();

    Path data = shared.resolve("davit-data");
    assertThat(permissions(data)).isEqualTo("rwx------");
    assertThat(permissions(data.resolve("keyset.json"))).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void userAdd_whileTheServerRuns_letsThemIn_andTwiceIsRefusedInOneLine() {
    Client client = server.client();
    try (ServerProcess add = addAnn()) {
      assertThat(add.exitCode()).as(add.output()).isZero();
      assertThat(add.out())
          .isEqualTo("Added administrator " + ANN + " in " + shared.resolve("davit-data") + ".\n");
    }
    try (ServerProcess again = addAnn()) {
      assertThat(again.exitCode()).isEqualTo(2);
      assertThat(again.err()).startsWith("davit: ").hasLineCount(1);
    }

    Client ann = client.loggedIn(ANN, House.PASSWORD);
    assertThat(ann.get("/api/users/me").expect(200).text("role")).isEqualTo("ADMIN");
  }

  private static ServerProcess addAnn() {
    return run(shared, House.PASSWORD + "\n", "user", "add", ANN, "--admin", "--password-stdin");
  }

  @Test
  void userAdd_shortPassword_isRefusedInOneLine() {
    try (ServerProcess add = run(folder, "short\n", "user", "add", ANN, "--password-stdin")) {
      assertThat(add.exitCode()).isEqualTo(2);
      assertThat(add.err()).startsWith("davit: ").hasLineCount(1).doesNotContain("short\n");
    }
  }

  @Test
  void stopped_endsByItself() {
    try (ServerProcess own = run(folder, "", "serve", "--port", "0")) {
      assertThat(own.port()).isPositive();

      assertThat(own.stop()).as(own.output()).isIn(0, 143);
    }
  }
}
