package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftTokens;
import dev.davit.testkit.fault.KilledUpload;
import dev.davit.testkit.fault.SentBytes;
import dev.davit.testkit.fault.UploadInParts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An upload by processes with a heap of 64 MiB, longer than its token lives, cut three times: a
 * dropped connection, a 503, a killed process. Microsoft is in another process than they are.
 */
@Timeout(600)
class LargeUploadTest extends WritingBench {
  private static final long MIB = 1L << 20;

  /** What is sent at once: a multiple of 320 KiB. */
  private static final long PART = 25L * Writer.UNIT;

  private static final Duration TOKENS_LIFE = Duration.ofMinutes(100);

  @TempDir Path state;

  @Test
  void upload_cutThreeTimes_longerThanItsToken_arrivesOnce_in64MiB() throws Exception {
    assertArrives(64 * MIB);
  }

  @Test
  @Tag("long")
  void upload_of2GiB_cutThreeTimes_longerThanItsToken_arrivesOnce_in64MiB() throws Exception {
    assertArrives(2048 * MIB);
  }

  private void assertArrives(long size) throws Exception {
    MicrosoftAccount account = somebody();
    MicrosoftTokens tokens = microsoft.grant(account, "Files.ReadWrite.All", "offline_access");
    try (KilledUpload upload = new KilledUpload(state, LargeUploadFork.class, size, PART)) {
      long parts = size / PART;
      List<String> said =
          upload.run(
              happening(parts),
              parts / 8 * 5,
              microsoft.url().toString(),
              tokens.access(),
              tokens.refresh());
      List<String> files = graph.items().children(graph.items().root(account));
      assertThat(files).hasSize(1);
      assertThat(graph.items().name(files.get(0))).isEqualTo(UploadInParts.NAME);
      assertThat(graph.items().sha256(files.get(0))).isEqualTo(upload.sha256());
      assertThat(said).last().isEqualTo("renewed 1");
    }
    assertSentTwiceAtMostAFragmentACut(size);
  }

  private Map<Long, Runnable> happening(long parts) {
    return Map.of(
        parts / 8,
        () -> graph.faults().uploads().cutUploadAt(parts / 4 * PART + PART / 2),
        parts / 8 * 3,
        () -> microsoft.advance(TOKENS_LIFE),
        parts / 2,
        () -> microsoft.faults().inject(Fault.status(503).on("PUT").at("/upload/")));
  }

  /**
   * The line that is dropped and the 503 are each seen; whether the kill falls while bytes are on
   * their way is chance. No fragment needs the token that ends.
   */
  private void assertSentTwiceAtMostAFragmentACut(long size) {
    List<SentBytes> sent = sent();
    List<Integer> statuses = new ArrayList<>();
    long twice = 0;
    for (int i = 1; i < sent.size(); i++) {
      long again = sent.get(i - 1).end() - sent.get(i).start();
      assertThat(again).as("sent twice at one cut").isBetween(0L, PART);
      if (again > 0) {
        statuses.add(sent.get(i - 1).status());
        twice += again;
      }
    }
    System.out.printf(
        "%d MiB, 3 cuts: %.1f MiB sent twice, in fragments of %.1f MiB%n",
        size / MIB, twice / (double) MIB, PART / (double) MIB);
    assertThat(statuses).hasSizeBetween(2, 3).startsWith(0, 503);
    assertThat(sent.get(sent.size() - 1).end()).isEqualTo(size);
  }

  private static List<SentBytes> sent() {
    return microsoft.requests().of("PUT", "/upload/").stream()
        .flatMap(
            exchange ->
                SentBytes.of(exchange.header("Content-Range").orElse(""), exchange.status())
                    .stream())
        .toList();
  }
}
