package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.DocumentId;
import dev.davit.ports.JobId;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;

/** F: whatever was acknowledged survives {@code kill -9}, and nothing is there by halves. */
@Timeout(300)
abstract class KillContract {
  /** A database with nothing in it, the same for the length of a test. */
  abstract SqlSettings settings();

  final void kill(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      check(writeAndKill(20 + 7 * i));
    }
  }

  private long writeAndKill(int lines) throws Exception {
    try (Forked writer = Forked.run(KilledWriter.class, Programs.arguments(settings()))) {
      String last = null;
      for (int i = 0; i < lines; i++) {
        last = writer.line();
        assertThat(last).as("the writer goes on").isNotNull();
      }
      List<String> rest = writer.kill();
      return rest.size() < 2 ? Long.parseLong(String.valueOf(last)) : lastOf(rest);
    }
  }

  /** The very last line may be cut in the middle of a number. */
  static long lastOf(List<String> lines) {
    return Long.parseLong(lines.get(lines.size() - 2));
  }

  final void check(long acknowledged) {
    try (SqlStores stores = SqlStores.open(settings())) {
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
