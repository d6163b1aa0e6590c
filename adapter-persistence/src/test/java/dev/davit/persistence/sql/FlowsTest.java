package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import dev.davit.testkit.memory.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What expired goes away without being asked for. */
final class FlowsTest {
  private static final Flow FLOW = new Flow(Samples.BYTES);
  @TempDir Path folder;

  @Test
  void put_clearsWhatHasExpired() throws Exception {
    Path file = folder.resolve("davit.db");
    TestClock clock = new TestClock();
    try (SqlStores stores = SqlStores.open(SqlSettings.sqlite(file).withClock(clock))) {
      Flows flows = stores.flows();
      flows.put("old", FLOW, Duration.ofSeconds(10));
      flows.put("young", FLOW, Duration.ofSeconds(30));
      clock.advance(Duration.ofSeconds(10));

      flows.put("new", FLOW, Duration.ofSeconds(10));

      List<String> kept =
          Hosts.query(Hosts.source(file, Hosts.config()), "SELECT id FROM davit_flows ORDER BY id");
      assertThat(kept).containsExactly("new", "young");
    }
  }
}
