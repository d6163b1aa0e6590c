package dev.davit;

import static dev.davit.TestHouse.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Owner;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.OwnerStore;
import dev.davit.ports.store.Purge;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A test of purges. */
public abstract class PurgeFlowTest extends FlowTest {
  static final String LAST = "cloud.credentials_purged";

  static Document store(TestHouse at, Caller caller, String name) {
    return at.davit
        .documents()
        .store(caller, new NewDocument(name, "text/plain", TestContents.of("text of " + name)));
  }

  Document store(Caller caller, String name) {
    return store(house, caller, name);
  }

  static Purge purge(TestHouse at) {
    return at.davit.owners().purge(ANN.owner(), ANN);
  }

  static Purge purged(TestHouse at, Duration time) {
    Purge begun = purge(at);
    at.later(time);
    return at.davit.owners().purgeState(begun.id());
  }

  static List<AuditEntry> finals(TestHouse at) {
    return at.audit().stream().filter(entry -> entry.action().equals(LAST)).toList();
  }

  static String detail(AuditEntry entry) {
    return Objects.requireNonNull(entry.personal()).detail();
  }

  /** Of the owner and his generation nothing is here but the tombstone. */
  static void assertNothingHere(TestHouse at, Owner owner) {
    at.stores.reading(
        tx -> {
          OwnerStore.Row row = tx.owners().find(owner.id()).orElseThrow();
          assertThat(row.owner()).isEqualTo(owner);
          assertThat(row.state()).isIn(OwnerStore.State.PURGED, OwnerStore.State.ENDED);
          assertThat(row.key()).isNull();
          assertThat(tx.connections().list(owner)).isEmpty();
          assertThat(tx.documents().all(owner, null, 10)).isEmpty();
          assertThat(tx.jobs().list(owner, 10)).isEmpty();
          assertThat(tx.ownerSettings().defaultStorage(owner)).isEmpty();
          return true;
        });
  }
}
