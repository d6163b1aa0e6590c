package dev.davit.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.nextcloud.NextcloudEmulator;
import dev.davit.testkit.fault.TestContent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file of 1 GiB by a process with a heap of 64 MiB; the server is in another. */
@Tag("long")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class LargeTest {
  private static final long SIZE = 1L << 30;
  private static final long MIB = 1L << 20;
  private static final long CHUNKS = 103;

  @TempDir Path folder;
  private NextcloudEmulator server;
  private CuttingProxy proxy;
  private String password;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = NextcloudEmulator.start(folder.resolve("cloud"));
    server.addUser(Clouds.LOGIN, Clouds.USER, Clouds.OWN_PASSWORD);
    password = server.addAppPassword(Clouds.LOGIN, "fork");
    proxy = new CuttingProxy(server.address().getPort());
  }

  @AfterEach
  void stop() throws Exception {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    proxy.close();
    server.close();
  }

  @Test
  void write_of1GiB_upAndDown_in64MiB() throws Exception {
    List<String> said = lines(fork("write"));
    assertThat(said).last().isEqualTo("read " + sha256());
    assertThat(server.requests().count("PUT", "/uploads/")).isEqualTo((int) CHUNKS);
  }

  @Test
  void session_of1GiB_cutThreeTimes_andKilledOnce_sendsAtMostOneChunkTwiceACut() throws Exception {
    List<String> said = new ArrayList<>();
    follow(fork("upload"), said, Set.of("chunk 10", "chunk 20"), "chunk 40");
    Process second = fork("upload");
    follow(second, said, Set.of("chunk 70"), "never");
    assertThat(second.waitFor()).isZero();
    assertThat(said).last().isEqualTo("read " + sha256());
    assertThat(Collections.frequency(said, "cut")).isEqualTo(3);
    long sent = said.stream().filter(line -> line.startsWith("chunk ")).count();
    System.out.printf("%d chunks, sent %d times, 3 cuts and a kill%n", CHUNKS, sent);
    assertThat(sent).isBetween(CHUNKS, CHUNKS + 4);
  }

  /** Reads what a process says; cuts its line, and kills it, when it first says these. */
  private void follow(Process process, List<String> said, Set<String> cuts, String kill)
      throws IOException {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (cuts.contains(line) && !said.contains(line)) {
          proxy.cutAfter(5 * MIB);
        }
        if (line.equals(kill)) {
          process.toHandle().destroyForcibly(); // What it has said can still be read.
        }
        said.add(line);
      }
    }
  }

  private Process fork(String what) throws IOException {
    String url = server.address().toString();
    String port = ":" + server.address().getPort();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:MaxDirectMemorySize=8m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LargeFork.class.getName(),
                what,
                url.replace(port, ":" + proxy.port()),
                password,
                Long.toString(SIZE),
                folder.resolve("state").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    started.add(process);
    return process;
  }

  private static List<String> lines(Process process) throws Exception {
    try (BufferedReader out = process.inputReader()) {
      List<String> lines = out.lines().toList();
      assertThat(process.waitFor()).isZero();
      return lines;
    }
  }

  private static String sha256() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(TestContent.generated(SIZE).open(), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
