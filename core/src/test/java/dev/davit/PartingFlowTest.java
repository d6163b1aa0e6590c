package dev.davit;

import static dev.davit.TestHouse.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Document;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A test of an owner who leaves the connection that documents go to. */
public abstract class PartingFlowTest extends FlowTest {
  final Connections connections = house.davit.connections();
  final Connection left = house.connectAnnByDefault();

  Document store(String name) {
    return PurgeFlowTest.store(house, ANN, name);
  }

  void hours(int hours) {
    for (int i = 0; i < hours * 6; i++) {
      house.later(Duration.ofMinutes(10));
    }
  }

  void assertGone() {
    assertGone(house, left);
  }

  static void assertGone(TestHouse at, Connection left) {
    at.stores.reading(
        tx -> {
          assertThat(tx.connections().find(left.owner(), left.id())).isEmpty();
          assertThat(tx.credentials().find(left.id())).isEmpty();
          assertThat(tx.documents().in(left.owner(), left.id(), null, 10)).isEmpty();
          assertThat(tx.jobs().list(left.owner(), 10)).isEmpty();
          return true;
        });
    assertThat(at.actions()).containsOnlyOnce("connection.disconnected");
  }

  void assertMoved(Document before, @Nullable ConnectionId to) {
    assertMoved(house, before, to);
  }

  /** It is elsewhere, whole, and what it was. */
  static void assertMoved(TestHouse at, Document before, @Nullable ConnectionId to) {
    Document now = at.davit.documents().get(ANN, before.id());
    assertThat(now.connection()).isEqualTo(to);
    assertThat(now.state()).isEqualTo(Document.State.READY);
    assertThat(now.name()).isEqualTo(before.name());
    assertThat(now.createdAt()).isEqualTo(before.createdAt());
    assertThat(now.size()).isEqualTo(before.size());
    assertThat(now.sha256()).isEqualTo(before.sha256());
    assertThat(TestHouse.text(at.davit.documents().read(ANN, before.id(), null)))
        .isEqualTo("text of " + before.name());
  }
}
