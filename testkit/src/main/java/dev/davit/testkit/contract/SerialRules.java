package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.DefaultStorage;
import dev.davit.ports.store.Transaction;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Writers that read first and then write: as if one ran after the other, and none fails. */
interface SerialRules extends StoresFixture {
  /** How many writers there are. */
  int WRITERS = 8;

  /** How often each writes. */
  int TIMES = 50;

  @Test
  default void eightWriters_appendToTheAuditLog_withoutGap() {
    Together.run(WRITERS, writer -> repeat(() -> write(SerialRules::append)));
    List<AuditEntry> all = listed(tx -> tx.audit().list(null, 0, 1000));
    assertThat(all)
        .extracting(AuditEntry::sequence)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, WRITERS * TIMES).mapToObj(Long::valueOf).toList());
  }

  @Test
  default void eightWriters_raiseTheEpoch_noneIsLost() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    ConnectionId id = new ConnectionId("conn1");
    Together.run(
        WRITERS,
        writer -> repeat(() -> write(tx -> tx.connections().raiseEpoch(Samples.ALICE, id))));
    Connection after = found(tx -> tx.connections().find(Samples.ALICE, id)).orElseThrow();
    assertThat(after.listingEpoch()).isEqualTo(1 + WRITERS * TIMES);
  }

  @Test
  default void eightWriters_replaceWhatTheyRead_eachSucceeds() {
    write(tx -> Samples.insertConnection(tx, "conn1"));
    ConnectionId id = new ConnectionId("conn1");
    write(tx -> tx.credentials().insert(id, Samples.bytes("first")));
    Together.run(WRITERS, writer -> repeat(() -> assertThat(done(tx -> replace(tx, id))).isTrue()));
    assertThat(found(tx -> tx.credentials().find(id)).orElseThrow().version())
        .isEqualTo(1 + WRITERS * TIMES);
  }

  @Test
  default void eightWriters_whoseRuleSpansRows_neverBreakIt() {
    for (int round = 0; round < 20; round++) {
      List<Owner> owners = owners(round);
      List<Boolean> chosen =
          Together.run(WRITERS, writer -> done(tx -> chooseFirst(tx, owners, writer)));
      assertThat(chosen).as("who saw nobody before").containsOnlyOnce(true);
    }
  }

  private static boolean chooseFirst(Transaction tx, List<Owner> owners, int writer) {
    boolean first =
        owners.stream().allMatch(owner -> tx.ownerSettings().defaultStorage(owner).isEmpty());
    if (first) {
      tx.ownerSettings()
          .setDefaultStorage(
              owners.get(writer), new DefaultStorage(Samples.WEBDAV, null, EntryId.ROOT));
    }
    return first;
  }

  private List<Owner> owners(int round) {
    List<Owner> owners =
        IntStream.range(0, WRITERS)
            .mapToObj(writer -> new Owner(new OwnerId("o" + round + "-" + writer), 1))
            .toList();
    write(tx -> owners.forEach(owner -> tx.owners().insert(Samples.owner(owner))));
    return owners;
  }

  private static void append(Transaction tx) {
    long last = tx.audit().last().map(AuditEntry::sequence).orElse(0L);
    tx.audit().append(Samples.audit(last + 1, Samples.ALICE));
  }

  private static boolean replace(Transaction tx, ConnectionId id) {
    long version = tx.credentials().find(id).orElseThrow().version();
    return tx.credentials().replace(id, version, Samples.bytes("v" + version));
  }

  private static boolean repeat(Runnable work) {
    for (int i = 0; i < TIMES; i++) {
      work.run();
    }
    return true;
  }
}
