package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.DocumentId;
import dev.davit.ports.JobId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F: whatever was acknowledged survives {@code kill -9}, and nothing is there by halves. */
@Timeout(300)
final class KillTest {
  @TempDir Path folder;

  @Test
  void F_killedThreeTimes_keepsWhatWasAcknowledged() throws Exception {
    kill(3);
  }

  @Test
  @Tag("long")
  void F_killedTwentyTimes_keepsWhatWasAcknowledged() throws Exception {
    kill(20);
  }

  private void kill(int times) throws Exception {
    Path file = folder.resolve("davit.db");
    for (int i = 0; i < times; i++) {
      long acknowledged = writeAndKill(file, 20 + 7 * i);
      check(file, acknowledged);
    }
  }

  private static long writeAndKill(Path file, int lines) throws Exception {
    try (Forked writer = Forked.run(KilledWriter.class, file.toString())) {
      String last = null;
      for (int i = 0; i < lines; i++) {
        last = writer.line();
        assertThat(last).as("the writer goes on").isNotNull();
      }
      List<String> rest = writer.kill();
      // The very last line may be cut in the middle of a number.
      return Long.parseLong(rest.size() < 2 ? String.valueOf(last) : rest.get(rest.size() - 2));
    }
  }

  private static void check(Path file, long acknowledged) {
    try (SqlStores stores = SqlStores.open(SqlSettings.sqlite(file))) {
      stores.reading(
          tx -> {
            long last = tx.audit().last().orElseThrow().sequence();
            assertThat(last).isBetween(acknowledged, Long.MAX_VALUE);
            assertThat(LongStream.rangeClosed(1, last))
                .allSatisfy(
                    n -> {
                      assertThat(tx.documents().find(Samples.ANNA, new DocumentId("d" + n)))
                          .isPresent();
                      assertThat(tx.jobs().find(new JobId("j" + n))).isPresent();
                    });
            DocumentId beyond = new DocumentId("d" + (last + 1));
            assertThat(tx.documents().find(Samples.ANNA, beyond)).isEmpty();
            return last;
          });
    }
  }
}
