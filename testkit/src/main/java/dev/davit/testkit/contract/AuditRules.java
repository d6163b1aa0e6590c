package dev.davit.testkit.contract;

import static dev.davit.testkit.contract.Samples.ALICE;
import static dev.davit.testkit.contract.Samples.BOB;
import static dev.davit.testkit.contract.Samples.NEXT_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.store.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The audit log. */
interface AuditRules extends StoresFixture {
  @Test
  default void audit_append_isLast_andReadBackAsItWas() {
    assertThat(found(tx -> tx.audit().last())).isEmpty();
    append(1, ALICE);
    append(2, null);
    assertThat(found(tx -> tx.audit().last())).contains(Samples.audit(2, null));
    assertThat(listed(tx -> tx.audit().list(null, 0, 10)))
        .containsExactly(Samples.audit(1, ALICE), Samples.audit(2, null));
  }

  @Test
  default void D4_audit_append_outOfSequence_isRefused() {
    Kinds.assertFails(ErrorKind.CONFLICT, () -> append(2, ALICE));
    append(1, ALICE);
    append(2, ALICE);
    for (long wrong : new long[] {0, 1, 2, 4}) {
      Kinds.assertFails(ErrorKind.CONFLICT, () -> append(wrong, BOB));
    }
    assertThat(sequences(null, 0, 10)).containsExactly(1L, 2L);
  }

  @Test
  default void audit_append_takenBack_leavesNoGap() {
    append(1, ALICE);
    try {
      write(
          tx -> {
            tx.audit().append(Samples.audit(2, ALICE));
            throw new IllegalStateException("undone");
          });
    } catch (IllegalStateException undone) {
      assertThat(undone).hasMessage("undone");
    }
    append(2, BOB);
    assertThat(sequences(null, 0, 10)).containsExactly(1L, 2L);
  }

  @Test
  default void audit_list_isInOrder_afterAndOfAnOwner() {
    for (int i = 1; i <= 12; i++) {
      append(i, i % 3 == 0 ? null : i % 2 == 0 ? ALICE : BOB);
    }
    assertThat(sequences(null, 0, 5)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(sequences(null, 9, 5)).containsExactly(10L, 11L, 12L);
    assertThat(sequences(ALICE, 0, 3)).containsExactly(2L, 4L, 8L);
    assertThat(sequences(ALICE, 4, 3)).containsExactly(8L, 10L);
    assertThat(sequences(NEXT_ALICE, 0, 10)).isEmpty();
    assertThat(sequences(null, 12, 10)).isEmpty();
  }

  private void append(long sequence, @Nullable Owner owner) {
    write(tx -> tx.audit().append(Samples.audit(sequence, owner)));
  }

  private List<Long> sequences(@Nullable Owner owner, long after, int limit) {
    String key = owner == null ? null : owner.key();
    return listed(tx -> tx.audit().list(key, after, limit)).stream()
        .map(AuditEntry::sequence)
        .toList();
  }
}
