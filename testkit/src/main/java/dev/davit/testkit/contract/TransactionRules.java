package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.Bytes;
import dev.davit.ports.DocumentId;
import dev.davit.ports.JobId;
import dev.davit.ports.OwnerId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Transactions: whole or not at all, never nested, over when they are over. */
interface TransactionRules extends StoresFixture {
  @Test
  default void inTransaction_thatReturns_keepsAll_andAnswersTheResult() {
    assertThat(stores().<String>inTransaction(tx -> writeHere(tx, "done"))).isEqualTo("done");
    assertThat(is(TransactionRules::isAllThere)).isTrue();
  }

  @Test
  default void inTransaction_thatThrows_keepsNothing_andPassesTheExceptionOn() {
    for (Throwable failure : List.of(new IllegalStateException("x"), new AssertionError("y"))) {
      assertThatThrownBy(() -> write(tx -> fail(writeHere(tx, failure)))).isSameAs(failure);
      assertThat(is(TransactionRules::isNothingThere)).isTrue();
    }
    write(tx -> writeHere(tx, "works again"));
    assertThat(is(TransactionRules::isAllThere)).isTrue();
  }

  @Test
  default void inTransaction_seesItsOwnWrites() {
    write(
        tx -> {
          assertThat(writeHere(tx, isAllThere(tx))).isFalse();
          assertThat(isAllThere(tx)).isTrue();
          tx.jobs().cancel(new JobId("job1"));
          assertThat(tx.jobs().find(new JobId("job1"))).isEmpty();
        });
  }

  @Test
  default void aTransactionInsideAnother_isRefused() {
    assertRefused(() -> write(outer -> write(inner -> {})));
    assertRefused(() -> write(outer -> is(inner -> true)));
    assertRefused(() -> is(outer -> done(inner -> true)));
    assertRefused(() -> is(outer -> is(inner -> true)));
    write(tx -> writeHere(tx, "works again"));
    assertThat(is(TransactionRules::isAllThere)).isTrue();
  }

  @Test
  default void reading_thatWrites_isRefused_andNothingIsWritten() {
    write(tx -> writeHere(tx, "there"));
    List<Consumer<Transaction>> writes =
        List.of(
            tx -> tx.jobs().insert(Samples.job("job2", Samples.TIME)),
            tx -> tx.jobs().cancel(new JobId("job1")),
            tx -> tx.jobs().claim("holder", Set.of(Samples.KIND), Duration.ofMinutes(1), 10),
            tx -> tx.accounts().setPassword(Samples.account("acc1", "").id(), secret()),
            tx -> tx.documents().delete(Samples.ALICE, new DocumentId("doc1")),
            tx -> tx.audit().append(Samples.audit(2, null)),
            tx -> tx.serverKeys().insert("other", Samples.bytes("k")));
    for (Consumer<Transaction> write : writes) {
      assertRefused(() -> is(tx -> after(write, tx)));
    }
    assertThat(is(TransactionRules::isAllThere)).isTrue();
  }

  @Test
  default void reading_seesOneState_whateverIsWrittenMeanwhile() {
    write(tx -> writeHere(tx, "there"));
    boolean same =
        is(
            tx -> {
              boolean before = isAllThere(tx);
              Together.start(() -> done(other -> other.jobs().cancel(new JobId("job1")))).get();
              return before && isAllThere(tx);
            });
    assertThat(same).isTrue();
    assertThat(is(TransactionRules::isAllThere)).isFalse();
  }

  @Test
  default void reading_waitsForNoWriter_andSeesNothingOfIt() {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Together.Running<String> writer =
        Together.start(
            () ->
                stores()
                    .<String>inTransaction(
                        tx -> {
                          String result = writeHere(tx, "done");
                          written.countDown();
                          Together.await(release);
                          return result;
                        }));
    Together.await(written);
    assertThat(Together.start(() -> is(TransactionRules::isNothingThere)).get()).isTrue();
    assertThat(writer.result().isDone()).isFalse();
    release.countDown();
    assertThat(writer.get()).isEqualTo("done");
    assertThat(is(TransactionRules::isAllThere)).isTrue();
  }

  @Test
  default void aView_afterItsTransaction_isOfNoUse() {
    Transaction kept = stores().inTransaction(tx -> tx);
    assertThatThrownBy(() -> writeHere(kept, "late")).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> kept.jobs().find(new JobId("job1")))
        .isInstanceOf(RuntimeException.class);
    assertThat(is(TransactionRules::isNothingThere)).isTrue();
  }

  @Test
  default void now_isTheDatabasesTime_toTheMillisecond() {
    clock().advance(Duration.ofNanos(1_234_567));
    long expected = clock().millis();
    assertThat(stores().<Long>inTransaction(tx -> tx.now().toEpochMilli())).isEqualTo(expected);
    assertThat(is(tx -> tx.now().equals(tx.now().truncatedTo(ChronoUnit.MILLIS)))).isTrue();
  }

  private static void assertRefused(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class);
  }

  /** A row in many tables. */
  private static <T> T writeHere(Transaction tx, T result) {
    Samples.insertConnection(tx, "conn1");
    tx.credentials().insert(Samples.connection("conn1", Samples.ALICE, "").id(), secretBytes());
    tx.accounts().insert(Samples.account("acc1", "a@example.org"), secret());
    tx.documents().insert(Samples.document("doc1", Samples.ALICE, Document.State.READY));
    tx.audit().append(Samples.audit(1, Samples.ALICE));
    tx.jobs().insert(Samples.job("job1", Samples.TIME));
    tx.serverKeys().insert("key", secretBytes());
    return result;
  }

  private static boolean isAllThere(Transaction tx) {
    return rows(tx) == 7 && tx.serverKeys().find("other").isEmpty();
  }

  private static boolean isNothingThere(Transaction tx) {
    return rows(tx) == 0;
  }

  private static long rows(Transaction tx) {
    return tx.owners().find(new OwnerId("alice")).stream().count()
        + tx.connections().list(Samples.ALICE).size()
        + tx.accounts().list(null, 10).size()
        + tx.documents().list(Samples.ALICE, null, 10).size()
        + tx.audit().list(null, 0, 10).size()
        + tx.jobs().find(new JobId("job1")).filter(job -> job.attempts() == 0).stream().count()
        + tx.serverKeys().find("key").stream().count();
  }

  private static boolean after(Consumer<Transaction> write, Transaction tx) {
    write.accept(tx);
    return true;
  }

  private static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  private static Secret secret() {
    return new Secret("hash");
  }

  private static Bytes secretBytes() {
    return Samples.bytes("sealed");
  }
}
