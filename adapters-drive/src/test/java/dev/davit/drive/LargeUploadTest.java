package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.ports.OAuthTokens;
import dev.davit.testkit.fault.KilledUpload;
import dev.davit.testkit.fault.SentBytes;
import dev.davit.testkit.fault.UploadInParts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final Duration TOKENS_LIFE = Duration.ofMinutes(61);

  @TempDir Path folder;
  private Googles googles;
  private GoogleAccount account;
  private OAuthTokens tokens;

  @BeforeEach
  void start() {
    googles = Googles.start(folder.resolve("google"));
    account = googles.somebody();
    tokens = googles.tokens(account);
  }

  @AfterEach
  void stop() {
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
    try (KilledUpload upload = new KilledUpload(folder, LargeUploadFork.class, size, part)) {
      long parts = size / part;
      List<String> said =
          upload.run(
              happening(parts, part),
              parts / 8 * 5,
              googles.google().url().toString(),
              tokens.access().reveal(),
              Objects.requireNonNull(tokens.refresh()).reveal());
      List<String> files = googles.items().children(googles.items().root(account.email()));
      assertThat(files).hasSize(1);
      assertThat(googles.items().name(files.get(0))).isEqualTo(UploadInParts.NAME);
      assertThat(googles.items().sha256(files.get(0))).isEqualTo(upload.sha256());
      assertThat(said).last().isEqualTo("renewed 1");
    }
    assertThat(googles.google().refreshes()).isEqualTo(2);
    assertSentTwiceAtMostAPartACut(size, part);
  }

  private Map<Long, Runnable> happening(long parts, long part) {
    return Map.of(
        parts / 8,
        () -> googles.drive().faults().cutUploadAt(parts / 4 * part + 5 * MIB),
        parts / 8 * 3,
        () -> googles.google().advance(TOKENS_LIFE),
        parts / 2,
        () -> googles.google().faults().inject(Fault.status(503).on("PUT").at("upload_id")));
  }

  /**
   * The line that is dropped, the token's end and the 503 are each seen; whether the kill falls
   * while bytes are on their way is chance.
   */
  private void assertSentTwiceAtMostAPartACut(long size, long part) {
    List<SentBytes> chunks = chunks();
    List<SentBytes> cut = new ArrayList<>();
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
    List<Integer> statuses = cut.stream().map(SentBytes::status).toList();
    assertThat(statuses).hasSizeBetween(3, 4).startsWith(0, 401, 503);
    assertThat(chunks.get(chunks.size() - 1).end()).isEqualTo(size);
  }

  private List<SentBytes> chunks() {
    return googles.google().requests().of("PUT", "").stream()
        .flatMap(
            exchange ->
                SentBytes.of(exchange.header("Content-Range").orElse(""), exchange.status())
                    .stream())
        .toList();
  }
}
