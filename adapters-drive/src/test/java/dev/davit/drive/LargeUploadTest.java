package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.Fault;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.ports.OAuthTokens;
import dev.davit.testkit.fault.TestContent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An upload by processes with a heap of 64 MiB, longer than its token lives, cut three times: a
 * dropped connection, a 503, a killed process. Google is in another process than they are.
 */
@Timeout(600)
class LargeUploadTest {
  private static final long MIB = 1L << 20;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");
  private static final Duration TOKENS_LIFE = Duration.ofMinutes(61);

  @TempDir Path folder;
  private Googles googles;
  private GoogleAccount account;
  private OAuthTokens tokens;
  private final String key = SealedState.newKey();
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void start() {
    googles = Googles.start(folder.resolve("google"));
    account = googles.somebody();
    tokens = googles.tokens(account);
  }

  @AfterEach
  void stop() throws Exception {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    googles.close();
  }

  @Test
  void upload_cutThreeTimes_longerThanItsToken_arrivesOnce_in64MiB() throws Exception {
    assertArrives(64 * MIB, 8 * MIB);
  }

  @Test
  @Tag("long")
  void upload_of2GiB_cutThreeTimes_longerThanItsToken_arrivesOnce_in64MiB() throws Exception {
    assertArrives(2048 * MIB, 8 * MIB);
  }

  private void assertArrives(long size, long part) throws Exception {
    long parts = size / part;
    List<String> said = new ArrayList<>();
    Process first = fork(size, part);
    follow(first, said, parts);
    assertThat(first.waitFor()).as("was killed").isNotZero();
    Process second = fork(size, part);
    follow(second, said, parts);
    assertThat(second.waitFor()).isZero();
    List<String> files = googles.items().children(googles.items().root(account.email()));
    assertThat(files).hasSize(1);
    assertThat(googles.items().name(files.get(0))).isEqualTo(LargeUploadFork.NAME);
    assertThat(googles.items().sha256(files.get(0))).isEqualTo(sha256(size));
    assertThat(said).last().isEqualTo("renewed 1");
    assertThat(googles.google().refreshes()).isEqualTo(2);
    assertSentTwiceAtMostAPartACut(size, part);
  }

  /**
   * The line that is dropped, the token's end and the 503 are each seen; whether the kill falls
   * while bytes are on their way is chance.
   */
  private void assertSentTwiceAtMostAPartACut(long size, long part) {
    List<Chunk> chunks = chunks();
    List<Chunk> cut = new ArrayList<>();
    long twice = 0;
    for (int i = 1; i < chunks.size(); i++) {
      long again = chunks.get(i - 1).end() - chunks.get(i).start();
      assertThat(again).as("sent twice at one cut").isBetween(0L, part);
      if (again > 0) {
        cut.add(chunks.get(i - 1));
        twice += again;
      }
    }
    System.out.printf(
        "%d MiB, 3 cuts: %.1f MiB sent twice, in parts of %d MiB%n",
        size / MIB, twice / (double) MIB, part / MIB);
    List<Integer> statuses = cut.stream().map(Chunk::status).toList();
    assertThat(statuses).hasSizeBetween(3, 4).startsWith(0, 401, 503);
    assertThat(chunks.get(chunks.size() - 1).end()).isEqualTo(size);
  }

  private List<Chunk> chunks() {
    return googles.google().requests().all().stream()
        .filter(exchange -> exchange.method().equals("PUT"))
        .flatMap(exchange -> Chunk.of(exchange).stream())
        .toList();
  }

  /** Bytes that were sent, and what was answered; 0 if nothing was. */
  private record Chunk(long start, long end, int status) {
    static Optional<Chunk> of(Exchange exchange) {
      Matcher range = RANGE.matcher(exchange.header("Content-Range").orElse(""));
      return range.matches()
          ? Optional.of(
              new Chunk(
                  Long.parseLong(range.group(1)),
                  Long.parseLong(range.group(2)) + 1,
                  exchange.status()))
          : Optional.empty();
    }
  }

  /** Reads what a process says, and lets happen what is to happen when it first says so. */
  private void follow(Process process, List<String> said, long parts) throws IOException {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (!said.contains(line)) {
          happen(process, line, parts);
        }
        said.add(line);
      }
    }
  }

  private void happen(Process process, String line, long parts) {
    if (line.equals("part " + parts / 8)) {
      googles.drive().faults().cutUploadAt(parts / 4 * 8 * MIB + 5 * MIB);
    } else if (line.equals("part " + (parts / 8 * 3))) {
      googles.google().advance(TOKENS_LIFE);
    } else if (line.equals("part " + (parts / 2))) {
      googles.google().faults().inject(Fault.status(503).on("PUT").at("upload_id"));
    } else if (line.equals("part " + (parts / 8 * 5))) {
      process.toHandle().destroyForcibly(); // What it has said can still be read.
    }
  }

  private Process fork(long size, long part) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:MaxDirectMemorySize=8m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LargeUploadFork.class.getName(),
                googles.google().url().toString(),
                tokens.access().reveal(),
                Objects.requireNonNull(tokens.refresh()).reveal(),
                Long.toString(size),
                Long.toString(part),
                folder.resolve("state").toString(),
                key)
            .redirectError(Files.createFile(folder.resolve("errors" + started.size())).toFile())
            .start();
    started.add(process);
    return process;
  }

  private static String sha256(long size) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(TestContent.generated(size).open(), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
