package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.store.AuditEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept for a time only. */
public class RetentionTest extends FlowTest {
  @Test
  void D4_audit_afterItsTime_saysNotWhoAndWhat_andIsStillWhole() {
    house.connectAnn();
    house.clock.advance(Duration.ofDays(300));
    house.connect(BOB, "bob");
    house.clock.advance(Duration.ofDays(65).plusMillis(1));

    assertThat(house.davit.jobs().tidy()).isEqualTo(1);
    assertThat(house.watcher.forgotten)
        .containsExactly("audit_entries 1", "purges 0", "sessions 0", "revocations 0");
    assertThat(house.watcher.jobs).containsExactly("retention");
    assertThat(house.davit.jobs().tidy()).isZero();

    List<AuditEntry> entries = house.audit();
    assertThat(entries.get(0).personal()).isNull();
    assertThat(entries.get(0).action()).isEqualTo("connection.connected");
    assertThat(entries.get(1).personal()).isNotNull();
    assertThat(house.davit.audit().verify(null, done -> {}).whole()).isTrue();
  }

  @Test
  void purge_thatWasOverLongAgo_isForgotten_andItsOwnerStaysGone() {
    house.connectAnn();
    house.davit.owners().purge(ANN.owner(), ANN);
    house.davit.jobs().runDue();
    house.clock.advance(Duration.ofDays(30));
    house.davit.jobs().tidy();
    assertThat(house.davit.owners().purges(10, null).purges()).hasSize(1);
    house.clock.advance(Duration.ofMillis(1));

    assertThat(house.davit.jobs().tidy()).isEqualTo(1);
    assertThat(house.davit.owners().purges(10, null).purges()).isEmpty();
    assertThat(house.davit.connections().list(ANN)).isEmpty();
  }
}
