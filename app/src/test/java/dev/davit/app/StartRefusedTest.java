package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Client;
import dev.davit.app.support.ForkedHouse;
import dev.davit.app.support.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does not start with, and what it says then. */
class StartRefusedTest {
  @TempDir Path place;

  @Test
  void E4_keysetThatIsMissingOrOpenOrBroken_isRefusedInOneLine() throws IOException {
    try (ForkedHouse house = ForkedHouse.open(place)) {
      String connection = connectAndStop(house);
      Path keyset = house.data().resolve("keyset.json");
      byte[] good = Files.readAllBytes(keyset);

      Files.delete(keyset);
      assertRefused(house, keyset.toString());
      assertThat(keyset).doesNotExist();

      Files.write(keyset, good);
      Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("rw-r--r--"));
      assertRefused(house, keyset.toString());

      Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("rw-------"));
      Files.writeString(keyset, "{}");
      assertRefused(house, keyset.toString());

      Files.write(keyset, good);
      try (ServerProcess server = house.start()) {
        Client ada = house.login(server);
        ada.get("/api/cloud/folders/webdav/root?connection_id=" + connection).expect(200);
      }
    }
  }

  private static String connectAndStop(ForkedHouse house) {
    try (ServerProcess server = house.start()) {
      String connection = house.connect(house.register(server));
      server.stop();
      return connection;
    }
  }

  private static void assertRefused(ForkedHouse house, String named) {
    try (ServerProcess server = house.start()) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.err()).startsWith("davit: ").hasLineCount(1).contains(named);
      assertThat(server.out()).isEmpty();
    }
  }

  @Test
  void faultySettings_areAllNamedAtOnce() {
    Map<String, String> faulty =
        Map.of(
            "DAVIT_PORT", "x",
            "DAVIT_MAX_UPLOAD", "lots",
            "DAVIT_REGISTRATION", "maybe",
            "DAVIT_DEV_CLOCK_OFFSET", "later",
            "DAVIT_ADMIN_EMAIL", "admin@example.org");

    try (ServerProcess server = ServerProcess.run(List.of(), place, faulty, "", "serve")) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.err()).startsWith("davit: ").hasLineCount(faulty.size());
      faulty.keySet().forEach(name -> assertThat(server.err()).contains(name));
    }
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void portThatIsTaken_isSaidWithoutATrace() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      try (ServerProcess server =
          ServerProcess.run(List.of(), place, Map.of(), "", "serve", "--port", port)) {
        assertThat(server.exitCode()).isEqualTo(2);
        assertThat(server.err())
            .containsPattern("(?m)^davit: .*127\\.0\\.0\\.1:" + port)
            .doesNotContain("Exception");
      }
    }
  }

  @Test
  void dataFolderThatIsAFile_isSaidInOneLine() throws IOException {
    Path file = Files.writeString(place.resolve("data"), "a file");

    try (ServerProcess server =
        ServerProcess.run(
            List.of(), place, Map.of("DAVIT_DATA", file.toString()), "", "serve", "--port", "0")) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.err()).startsWith("davit: ").hasLineCount(1).contains(file.toString());
    }
  }
}
