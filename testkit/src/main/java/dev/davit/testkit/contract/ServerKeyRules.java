package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The server's own keys: the first of a name stays. */
interface ServerKeyRules extends StoresFixture {
  @Test
  default void serverKey_insert_keepsTheFirst() {
    assertThat(done(tx -> tx.serverKeys().insert("jwt", Samples.bytes("one")))).isTrue();
    assertThat(done(tx -> tx.serverKeys().insert("jwt", Samples.bytes("two")))).isFalse();
    assertThat(done(tx -> tx.serverKeys().insert("JWT", Samples.bytes("two")))).isTrue();
    assertThat(found(tx -> tx.serverKeys().find("jwt"))).contains(Samples.bytes("one"));
    assertThat(found(tx -> tx.serverKeys().find("csrf"))).isEmpty();
  }

  @Test
  default void serverKey_insert_byEightAtOnce_oneWins_andTheTransactionGoesOn() {
    List<Boolean> won =
        Together.run(
            8,
            i ->
                done(
                    tx -> {
                      boolean first = tx.serverKeys().insert("jwt", Samples.bytes("by " + i));
                      return tx.serverKeys().find("jwt").isPresent() && first;
                    }));
    assertThat(won).containsOnlyOnce(true);
    assertThat(found(tx -> tx.serverKeys().find("jwt")))
        .contains(Samples.bytes("by " + won.indexOf(true)));
  }
}
