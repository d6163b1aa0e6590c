package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.store.CredentialStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The right to refresh a credential. */
interface LeaseRules extends StoresFixture {
  /** How long a lease lasts here. */
  Duration LEASE = Duration.ofSeconds(30);

  @Test
  default void lease_isWritten_untilWhenByTheDatabasesClock() {
    ConnectionId id = insertLeasable();
    Instant until = clock().instant().plus(LEASE);
    assertThat(lease(id, 1, "a")).isTrue();
    assertThat(leased(id))
        .isEqualTo(new CredentialStore.Row(1, Samples.bytes("first"), "a", until));
  }

  @Test
  default void lease_thatSomebodyHolds_isRefused() {
    ConnectionId id = insertLeasable();
    assertThat(lease(id, 1, "a")).isTrue();
    clock().advance(LEASE.minusMillis(1));
    assertThat(lease(id, 1, "b")).isFalse();
    assertThat(leased(id).leaseHolder()).isEqualTo("a");
  }

  @Test
  default void R2_lease_thatRanOut_isFree() {
    ConnectionId id = insertLeasable();
    lease(id, 1, "a");
    clock().advance(LEASE.plusMillis(1));
    assertThat(lease(id, 1, "b")).isTrue();
    assertThat(leased(id).leaseHolder()).isEqualTo("b");
  }

  @Test
  default void lease_ofAnotherVersion_isRefused() {
    ConnectionId id = insertLeasable();
    assertThat(lease(id, 2, "a")).isFalse();
    assertThat(lease(id, 0, "a")).isFalse();
    assertThat(lease(new ConnectionId("conn2"), 1, "a")).isFalse();
    assertThat(leased(id).leaseHolder()).isNull();
  }

  @Test
  default void lease_byEightAtOnce_oneGetsIt() {
    ConnectionId id = insertLeasable();
    assertThat(Together.run(8, i -> lease(id, 1, "holder" + i))).containsOnlyOnce(true);
  }

  @Test
  default void release_byTheHolder_freesIt() {
    ConnectionId id = insertLeasable();
    lease(id, 1, "a");
    write(tx -> tx.credentials().release(id, "a"));
    assertThat(leased(id))
        .isEqualTo(new CredentialStore.Row(1, Samples.bytes("first"), null, null));
    assertThat(lease(id, 1, "b")).isTrue();
  }

  @Test
  default void R3_release_bySomebodyElse_changesNothing() {
    ConnectionId id = insertLeasable();
    lease(id, 1, "a");
    clock().advance(LEASE.plusMillis(1));
    lease(id, 1, "b");
    CredentialStore.Row before = leased(id);
    for (String holder : List.of("a", "B", "")) {
      write(tx -> tx.credentials().release(id, holder));
    }
    assertThat(leased(id)).isEqualTo(before);
  }

  @Test
  default void replace_endsTheLease() {
    ConnectionId id = insertLeasable();
    lease(id, 1, "a");
    assertThat(done(tx -> tx.credentials().replace(id, 1, Samples.bytes("second")))).isTrue();
    assertThat(leased(id))
        .isEqualTo(new CredentialStore.Row(2, Samples.bytes("second"), null, null));
    assertThat(lease(id, 2, "b")).isTrue();
  }

  @Test
  default void renew_byTheHolder_replacesAndEndsTheLease() {
    ConnectionId id = insertLeasable();
    lease(id, 1, "a");
    clock().advance(LEASE.minusMillis(1));
    assertThat(renew(id, 1, "a")).isTrue();
    assertThat(leased(id)).isEqualTo(new CredentialStore.Row(2, Samples.bytes("by a"), null, null));
    assertThat(lease(id, 2, "b")).isTrue();
  }

  @Test
  default void R3_renew_afterTheLease_changesNothing() {
    ConnectionId id = insertLeasable();
    lease(id, 1, "a");
    clock().advance(LEASE);
    CredentialStore.Row before = leased(id);
    assertThat(renew(id, 1, "a")).isFalse();
    assertThat(leased(id)).isEqualTo(before);
  }

  @Test
  default void R3_renew_bySomebodyElse_changesNothing() {
    ConnectionId id = insertLeasable();
    assertThat(renew(id, 1, "a")).isFalse();
    lease(id, 1, "a");
    clock().advance(LEASE.plusMillis(1));
    lease(id, 1, "b");
    CredentialStore.Row before = leased(id);
    for (String holder : List.of("a", "B", "")) {
      assertThat(renew(id, 1, holder)).isFalse();
    }
    assertThat(leased(id)).isEqualTo(before);
    assertThat(renew(id, 1, "b")).isTrue();
  }

  @Test
  default void R3_renew_ofAnotherVersion_changesNothing() {
    ConnectionId id = insertLeasable();
    lease(id, 1, "a");
    CredentialStore.Row before = leased(id);
    assertThat(renew(id, 0, "a")).isFalse();
    assertThat(renew(id, 2, "a")).isFalse();
    assertThat(renew(new ConnectionId("conn2"), 1, "a")).isFalse();
    assertThat(leased(id)).isEqualTo(before);
    done(tx -> tx.credentials().replace(id, 1, Samples.bytes("connected again")));
    assertThat(renew(id, 1, "a")).isFalse();
    assertThat(renew(id, 2, "a")).isFalse();
  }

  private boolean renew(ConnectionId id, long version, String holder) {
    return done(tx -> tx.credentials().renew(id, version, holder, Samples.bytes("by " + holder)));
  }

  private boolean lease(ConnectionId id, long version, String holder) {
    return done(tx -> tx.credentials().lease(id, version, holder, LEASE));
  }

  private ConnectionId insertLeasable() {
    ConnectionId id = new ConnectionId("conn1");
    write(tx -> Samples.insertConnection(tx, "conn1"));
    write(tx -> tx.credentials().insert(id, Samples.bytes("first")));
    return id;
  }

  private CredentialStore.Row leased(ConnectionId id) {
    return found(tx -> tx.credentials().find(id)).orElseThrow();
  }
}
