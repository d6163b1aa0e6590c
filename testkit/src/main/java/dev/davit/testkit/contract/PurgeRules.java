package dev.davit.testkit.contract;

import static dev.davit.testkit.contract.Samples.ALICE;
import static dev.davit.testkit.contract.Samples.BOB;
import static dev.davit.testkit.contract.Samples.NEXT_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Purge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Purges, and revocations. */
interface PurgeRules extends StoresFixture {
  @Test
  default void purge_find_answersWhatWasInserted() {
    Purge running = insert("one", ALICE);
    Purge next = insert("two", NEXT_ALICE);
    assertThat(found(tx -> tx.purges().find(running.id()))).contains(running);
    assertThat(found(tx -> tx.purges().find(ALICE))).contains(running);
    assertThat(found(tx -> tx.purges().find(NEXT_ALICE))).contains(next);
    assertThat(found(tx -> tx.purges().find(BOB))).isEmpty();
    assertThat(found(tx -> tx.purges().find(new JobId("ONE")))).isEmpty();
  }

  @Test
  default void purge_insert_ofTheSameOwner_isRefused() {
    insert("one", ALICE);
    Kinds.assertFails(ErrorKind.CONFLICT, () -> insert("two", ALICE));
  }

  @Test
  default void purge_update_isRefused_onceItIsOver() {
    insert("one", ALICE);
    Purge over = purge("one", ALICE, Purge.State.INCOMPLETE);
    assertThat(done(tx -> tx.purges().update(over))).isTrue();
    assertThat(found(tx -> tx.purges().find(ALICE))).contains(over);
    Purge again = purge("one", ALICE, Purge.State.DONE);
    assertThat(done(tx -> tx.purges().update(again))).isFalse();
    assertThat(done(tx -> tx.purges().update(purge("two", BOB, Purge.State.DONE)))).isFalse();
    assertThat(found(tx -> tx.purges().find(ALICE))).contains(over);
  }

  @Test
  default void purge_list_isInPagesById() {
    insert("b", ALICE);
    insert("A", NEXT_ALICE);
    write(tx -> tx.purges().insert(purge("a", BOB, Purge.State.DONE)));
    assertThat(ids(null, 2)).containsExactly("A", "a");
    assertThat(ids("a", 2)).containsExactly("b");
  }

  @Test
  default void purge_deleteFinished_leavesThoseThatRun() {
    insert("one", ALICE);
    write(tx -> tx.purges().insert(purge("two", BOB, Purge.State.DONE)));
    write(tx -> tx.purges().insert(purge("three", NEXT_ALICE, Purge.State.INCOMPLETE)));
    assertThat(counted(tx -> tx.purges().deleteFinished(Samples.TIME.plusSeconds(9), 9))).isZero();
    assertThat(counted(tx -> tx.purges().deleteFinished(Samples.TIME.plusSeconds(10), 1)))
        .isEqualTo(1);
    assertThat(counted(tx -> tx.purges().deleteFinished(Samples.TIME.plusSeconds(10), 9)))
        .isEqualTo(1);
    assertThat(ids(null, 9)).containsExactly("one");
  }

  @Test
  default void D3_revocation_isWhatWasNotedLast_ofOneAccount() {
    Instant end = Samples.TIME.plusSeconds(60);
    write(tx -> tx.revocations().put(Samples.WEBDAV, "Sübject", end));
    write(tx -> tx.revocations().put(Samples.WEBDAV, "Sübject", Samples.TIME));
    assertThat(found(tx -> tx.revocations().until(Samples.WEBDAV, "Sübject")))
        .contains(Samples.TIME);
    assertThat(found(tx -> tx.revocations().until(Samples.WEBDAV, "sübject"))).isEmpty();
  }

  @Test
  default void revocation_deleteOver_leavesThoseThatAreNot() {
    for (int i = 0; i < 4; i++) {
      Instant until = Samples.TIME.plus(Duration.ofSeconds(i));
      String subject = "s" + i;
      write(tx -> tx.revocations().put(Samples.WEBDAV, subject, until));
    }
    Instant now = Samples.TIME.plusSeconds(3);
    assertThat(counted(tx -> tx.revocations().deleteOver(now, 2))).isEqualTo(2);
    assertThat(counted(tx -> tx.revocations().deleteOver(now, 2))).isEqualTo(1);
    assertThat(counted(tx -> tx.revocations().deleteOver(now, 2))).isZero();
    assertThat(found(tx -> tx.revocations().until(Samples.WEBDAV, "s3"))).contains(now);
  }

  private Purge insert(String id, Owner owner) {
    Purge purge = purge(id, owner, Purge.State.RUNNING);
    write(tx -> tx.purges().insert(purge));
    return purge;
  }

  private List<String> ids(@Nullable String after, int limit) {
    JobId position = after == null ? null : new JobId(after);
    return listed(tx -> tx.purges().list(position, limit)).stream()
        .map(purge -> purge.id().value())
        .toList();
  }

  private static Purge purge(String id, Owner owner, Purge.State state) {
    boolean over = state != Purge.State.RUNNING;
    return new Purge(
        new JobId(id),
        owner,
        state,
        true,
        Samples.TIME,
        Samples.TIME.plus(Duration.ofDays(7)),
        over ? Samples.TIME.plusSeconds(9) : null,
        "google_drive,webdav",
        2,
        over ? 3 : 0,
        1,
        1,
        over ? null : "webdav: UNAVAILABLE");
  }
}
