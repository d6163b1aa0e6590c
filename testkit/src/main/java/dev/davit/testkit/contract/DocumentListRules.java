package dev.davit.testkit.contract;

import static dev.davit.testkit.contract.Samples.ALICE;
import static dev.davit.testkit.contract.Samples.BOB;
import static dev.davit.testkit.contract.Samples.NEXT_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import dev.davit.ports.store.DocumentStore.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Documents in lists. */
interface DocumentListRules extends StoresFixture {
  @Test
  default void documents_list_isNewestFirst_thenById() {
    List.of("b", "a", "_", "B", "-").forEach(id -> announce(id, 0));
    announce("a-older", -1);
    announce("z-newer", 1);
    assertThat(page(ALICE, null, 10))
        .containsExactly("z-newer", "-", "B", "_", "a", "b", "a-older");
  }

  @Test
  default void documents_list_inPages_answersEachOnce() {
    for (int i = 0; i < 23; i++) {
      announce("doc%02d".formatted(i), i / 5);
    }
    List<Document> seen = new ArrayList<>();
    Position after = null;
    List<Document> page = documents(ALICE, after, 4);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(4);
      seen.addAll(page);
      after = position(page.get(page.size() - 1));
      page = documents(ALICE, after, 4);
    }
    assertThat(seen).hasSize(23).isEqualTo(documents(ALICE, null, 100));
  }

  @Test
  default void documents_list_goesOnAfterADocumentThatIsGone() {
    announce("a", 0);
    announce("b", 0);
    announce("c", 0);
    Position after = position(documents(ALICE, null, 2).get(1));
    write(tx -> tx.documents().delete(ALICE, new DocumentId("b")));
    assertThat(page(ALICE, after, 2)).containsExactly("c");
  }

  @Test
  default void documents_list_showsReadyAndLostOnly() {
    for (State state : State.values()) {
      write(tx -> tx.documents().insert(Samples.document("doc-" + state, ALICE, state)));
    }
    assertThat(page(ALICE, null, 10)).containsExactly("doc-LOST", "doc-READY");
  }

  @Test
  default void documents_list_isOfOneOwnerAndGeneration() {
    announce("a", 0);
    assertThat(documents(BOB, null, 10)).isEmpty();
    assertThat(documents(NEXT_ALICE, null, 10)).isEmpty();
    Position before = new Position(Samples.TIME.plusSeconds(9), new DocumentId("a"));
    assertThat(documents(BOB, before, 10)).isEmpty();
  }

  @Test
  default void documents_count_isOfOneConnection_withoutThoseBeingDeleted() {
    for (State state : State.values()) {
      insertIn("conn1", "one-" + state, state);
    }
    insertIn("conn2", "two", State.READY);
    insertIn(null, "none", State.READY);
    assertThat(count(ALICE, "conn1")).isEqualTo(3);
    assertThat(count(ALICE, "conn2")).isEqualTo(1);
    assertThat(count(ALICE, "conn3")).isZero();
    assertThat(count(BOB, "conn1")).isZero();
    assertThat(count(NEXT_ALICE, "conn1")).isZero();
  }

  private long count(Owner owner, String connection) {
    return stores().<Long>reading(tx -> tx.documents().count(owner, new ConnectionId(connection)));
  }

  private void insertIn(@Nullable String connection, String id, State state) {
    Document document = Samples.document(id, ALICE, state, connection, Samples.TIME);
    write(tx -> tx.documents().insert(document));
  }

  private void announce(String id, int seconds) {
    Document document =
        Samples.document(id, ALICE, State.READY, null, Samples.TIME.plusSeconds(seconds));
    write(tx -> tx.documents().insert(document));
  }

  private List<Document> documents(Owner owner, @Nullable Position after, int limit) {
    return listed(tx -> tx.documents().list(owner, after, limit));
  }

  private List<String> page(Owner owner, @Nullable Position after, int limit) {
    return documents(owner, after, limit).stream().map(row -> row.id().value()).toList();
  }

  private static Position position(Document document) {
    return new Position(document.createdAt(), document.id());
  }
}
