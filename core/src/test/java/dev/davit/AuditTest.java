package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.internal.audit.AuditChain;
import dev.davit.ports.Bytes;
import dev.davit.ports.Secret;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditEntry.Personal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The audit log and its chain. */
public class AuditTest extends FlowTest {
  private List<AuditEntry> someEntries() {
    house.connectAnn();
    house.connect(BOB, "bob");
    house.memory.server().lockOut("ann");
    house.davit.connections().check(ANN, house.davit.connections().list(ANN).get(0).id());
    return new ArrayList<>(house.audit());
  }

  /** The first entry that does not fit; 0 if all do. */
  private static long firstBad(List<AuditEntry> entries) {
    Bytes previous = AuditChain.START;
    long sequence = 1;
    for (AuditEntry entry : entries) {
      Personal personal = entry.personal();
      boolean erasedOrTrue =
          personal == null || AuditChain.digest(personal).equals(entry.personalDigest());
      if (entry.sequence() != sequence
          || !entry.previous().equals(previous)
          || !entry.hash().equals(AuditChain.hash(entry))
          || !erasedOrTrue) {
        return sequence;
      }
      previous = entry.hash();
      sequence++;
    }
    return 0;
  }

  @Test
  void D4_chain_isWhole() {
    List<AuditEntry> entries = someEntries();

    assertThat(entries).hasSize(3);
    assertThat(firstBad(entries)).isZero();
  }

  @Test
  void D4_chain_namesWhatWasEditedRemovedOrReordered() {
    List<AuditEntry> entries = someEntries();
    AuditEntry second = entries.get(1);

    entries.set(1, with(second, "connection.reconnected", second.personal()));
    assertThat(firstBad(entries)).isEqualTo(2);
    entries.set(1, with(second, second.action(), forged(second)));
    assertThat(firstBad(entries)).isEqualTo(2);
    entries.set(1, entries.get(2));
    entries.set(2, second);
    assertThat(firstBad(entries)).isEqualTo(2);
    entries.remove(2);
    assertThat(firstBad(entries)).isEqualTo(2);
  }

  @Test
  void D4_chain_holdsWhenThePersonalPartIsErased() {
    List<AuditEntry> entries = someEntries();
    entries.replaceAll(entry -> with(entry, entry.action(), null));

    assertThat(firstBad(entries)).isZero();
  }

  @Test
  void entry_saysWhoAndInWhichRequest() {
    AuditEntry first = someEntries().get(0);
    Personal personal = Objects.requireNonNull(first.personal());

    assertThat(first.at()).isEqualTo(house.clock.instant());
    assertThat(first.outcome()).isEqualTo("ok");
    assertThat(personal.owner()).isEqualTo("1:ann");
    assertThat(personal.actor()).isEqualTo("ann");
    assertThat(personal.requestId()).isEqualTo("request-1");
    assertThat(personal.detail()).startsWith("memory ");
  }

  private static Personal forged(AuditEntry entry) {
    Personal was = Objects.requireNonNull(entry.personal());
    return new Personal(was.owner(), "eve", was.requestId(), was.detail(), new Secret("salt"));
  }

  private static AuditEntry with(AuditEntry entry, String action, @Nullable Personal personal) {
    return new AuditEntry(
        entry.sequence(),
        entry.at(),
        action,
        entry.outcome(),
        personal,
        entry.personalDigest(),
        entry.previous(),
        entry.hash());
  }
}
