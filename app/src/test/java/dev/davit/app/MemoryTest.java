package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Client;
import dev.davit.app.support.ForkedHouse;
import dev.davit.app.support.Samples;
import dev.davit.app.support.ServerProcess;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much memory a server needs for files larger than its heap; the foreign server is in another
 * process.
 */
class MemoryTest {
  private static final long MIB = 1 << 20;

  @TempDir Path place;

  @Test
  void documentOf128MiB_passesThroughAHeapOf64() throws IOException {
    passThrough(64, 128 * MIB);
  }

  @Test
  @Tag("long")
  void documentOf1GiB_passesThroughAHeapOf64() throws IOException {
    passThrough(64, 1024 * MIB);
  }

  private void passThrough(int heap, long length) throws IOException {
    try (ForkedHouse house = ForkedHouse.open(place);
        ServerProcess server =
            house.start(
                Duration.ZERO, "-Xmx" + heap + "m", "-Xms" + heap + "m", "-XX:+AlwaysPreTouch")) {
      Client ada = house.register(server);
      house.connect(ada);
      passThrough(ada, 8 * MIB);
      long before = peak(server);

      passThrough(ada, length);

      assertThat(peak(server) - before).as("memory beyond the heap").isLessThan(48 * MIB);
    }
  }

  private static void passThrough(Client user, long length) {
    String hash = Samples.sha256(Samples.stream(length));
    BodyPublisher body =
        BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(() -> Samples.stream(length)), length);
    Answer stored =
        user.upload("/api/documents", length + ".bin", "application/octet-stream", body);
    assertThat(stored.expect(201).text("sha256")).isEqualTo(hash);
    String document = stored.header("Location");
    assertThat(Samples.sha256(user.stream(document + "/content"))).isEqualTo(hash);
    user.delete(document).expect(204);
  }

  /** The most bytes that the process has had in memory so far, as Linux counts them. */
  private static long peak(ServerProcess server) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }
}
