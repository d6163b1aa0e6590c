package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections that are left while much goes wrong: what is tried how often, and with what. */
public class PartingAgainTest extends PartingFlowTest {
  @Test
  void move_tokensRotatedJustBefore_areTheOnesItUses() {
    Connection cloud = house.connectOAuth(ANN, "ann");
    house.davit.defaultStorages().set(ANN, OAUTH, cloud.id(), null);
    Document document = store("one");
    house.davit.defaultStorages().set(ANN, TestHouse.OWN, null, null);
    house.oauth.oauth().rotate(true);
    house.oauth.oauth().punishReuse(true);
    house.clock.advance(Duration.ofDays(1));
    house.hookedOAuth.client().answers =
        tokens -> {
          connections.disconnect(ANN, cloud.id(), DocumentsThen.MOVE);
          return tokens;
        };

    assertThat(
            failure(() -> house.davit.files().list(ANN, cloud.id(), FolderQuery.of(EntryId.ROOT)))
                .kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    house.hookedOAuth.client().answers = tokens -> tokens;
    house.later(Duration.ofMinutes(1));

    assertMoved(document, null);
    assertThat(house.oauth.oauth().punished()).isZero();
    assertThat(house.oauth.oauth().alive("ann")).isZero();
    assertThat(connections.list(ANN)).extracting(Connection::id).containsExactly(left.id());
  }

  @Test
  void anotherWish_isTriedAsOftenAsTheFirst() {
    store("one");
    house.memory.server().faults().down();
    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    hours(20);

    connections.disconnect(ANN, left.id(), DocumentsThen.DELETE);
    hours(10);

    assertThat(connections.get(ANN, left.id()).status()).isEqualTo(Status.DISCONNECTING);
    house.memory.server().faults().mend();
    hours(1);
    assertGone();
    assertThat(house.names("ann")).isEmpty();
  }

  @Test
  void revocation_isTriedAsOften_howeverLongTheDocumentsTook() {
    store("one");
    house.memory.server().faults().down();
    connections.disconnect(ANN, left.id(), DocumentsThen.DELETE);
    hours(20);
    house.memory.server().faults().mend();
    house.memory.server().faults().fail("revoke", ErrorKind.UNAVAILABLE);
    hours(10);

    assertThat(connections.get(ANN, left.id()).status()).isEqualTo(Status.DISCONNECTING);
    assertThat(house.names("ann")).isEmpty();
    house.memory.server().faults().mend();
    hours(1);
    assertGone();
    assertThat(house.audit().get(house.audit().size() - 1).outcome()).isEqualTo("ok");
  }

  @Test
  void move_targetThatFailsInItsOwnWay_keepsTheConnectionAsItWas() {
    store("one");
    house.own.before(
        "write",
        () -> {
          throw new IllegalStateException("a bug of the adapter");
        });
    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    hours(1);

    assertThat(connections.get(ANN, left.id()).status()).isEqualTo(Status.ACTIVE);
    assertThat(connections.get(ANN, left.id()).statusReason()).isEqualTo("disconnect_failed");
  }

  @Test
  void delete_adapterThatFailsInItsOwnWay_keepsTheConnectionAsItWas() {
    store("one");
    house.hooked.before(
        "delete",
        () -> {
          throw new IllegalStateException("a bug of the adapter");
        });
    connections.disconnect(ANN, left.id(), DocumentsThen.DELETE);
    hours(1);

    assertThat(connections.get(ANN, left.id()).status()).isEqualTo(Status.ACTIVE);
    assertThat(connections.get(ANN, left.id()).statusReason()).isEqualTo("disconnect_failed");
  }

  @Test
  void move_downloadThatCantBeClosedAfterIt_isMovedAllTheSame() {
    Document document = store("one");
    house.own.after("write", () -> house.hooked.before("close", PartingAgainTest::breakTheLine));

    connections.disconnect(ANN, left.id(), DocumentsThen.MOVE);
    hours(1);

    assertGone();
    house.hooked.before("close", () -> {});
    assertMoved(document, null);
  }

  private static void breakTheLine() {
    throw new UncheckedIOException(new IOException("the line broke at the very end"));
  }
}
