package dev.davit.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.memory.FixedCredentials;
import dev.davit.testkit.memory.MemoryStorageProvider;
import dev.davit.testkit.memory.MemoryStores;
import dev.davit.testkit.memory.TestClock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Faults faults = new Faults();
  private final MemoryStores memory = new MemoryStores(new TestClock());
  private final FaultyStores stores = new FaultyStores(memory, faults);
  private final Storage storage =
      new FaultyStorageProvider(MemoryStorageProvider.operator(new TestClock()), faults)
          .open(new FixedCredentials(SecretFields.NONE));

  @Test
  void failAt_theSecondCall_failsThatOneOnly_andNothingIsDone() {
    faults.failAt("inTransaction", 2, () -> new CloudException(ErrorKind.UNAVAILABLE, "down"));
    assertThat(insert("one")).isTrue();
    assertThatThrownBy(() -> insert("two")).isInstanceOf(CloudException.class);
    assertThat(insert("three")).isTrue();
    assertThat(isThere("two")).isFalse();
    assertThat(faults.calls("inTransaction")).isEqualTo(3);
  }

  @Test
  void failAfter_isDone_butItsCallerDoesNotKnow() {
    faults.failAfter("createFolder", 1, () -> new IllegalStateException("lost"));
    assertThatThrownBy(() -> storage.createFolder(EntryId.ROOT, "there")).hasMessage("lost");
    assertThat(storage.list(new ListRequest(EntryId.ROOT, 10, null)).entries()).hasSize(1);
  }

  @Test
  void dieAfter_aCommit_leavesItCommitted() {
    faults.dieAfter("inTransaction", 1);
    assertThatThrownBy(() -> insert("one")).isInstanceOf(SimulatedDeath.class);
    assertThat(isThere("one")).isTrue();
  }

  @Test
  void dieAt_aCommit_leavesNothing() {
    faults.dieAt("inTransaction", 1);
    assertThatThrownBy(() -> insert("one")).isInstanceOf(SimulatedDeath.class);
    assertThat(isThere("one")).isFalse();
  }

  @Test
  void any_countsEveryOperation() {
    faults.dieAt(Faults.ANY, 3);
    insert("one");
    storage.stat(EntryId.ROOT);
    assertThatThrownBy(() -> storage.stat(EntryId.ROOT)).isInstanceOf(SimulatedDeath.class);
    assertThat(faults.calls(Faults.ANY)).isEqualTo(3);
    assertThat(faults.calls("stat")).isEqualTo(2);
  }

  @Test
  void pauseAfter_holdsTheCallUntilItIsReleased() throws Exception {
    Checkpoint checkpoint = new Checkpoint();
    faults.pauseAfter("inTransaction", 1, checkpoint);
    CompletableFuture<Boolean> result = CompletableFuture.supplyAsync(() -> insert("one"));
    checkpoint.awaitArrival();
    assertThat(isThere("one")).isTrue();
    assertThat(result).isNotDone();
    checkpoint.release();
    assertThat(result.get(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void pauseAt_holdsTheCallBeforeAnythingIsDone() throws Exception {
    Checkpoint checkpoint = new Checkpoint();
    faults.pauseAt("inTransaction", 1, checkpoint);
    CompletableFuture<Boolean> result = CompletableFuture.supplyAsync(() -> insert("one"));
    checkpoint.awaitArrival();
    assertThat(isThere("one")).isFalse();
    checkpoint.release();
    assertThat(result.get(60, TimeUnit.SECONDS)).isTrue();
  }

  private boolean insert(String key) {
    return stores.<Boolean>inTransaction(
        tx -> tx.serverKeys().insert(key, Bytes.of(new byte[] {1})));
  }

  private boolean isThere(String key) {
    return memory.<Boolean>reading(tx -> tx.serverKeys().find(key).isPresent());
  }
}
