package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.OWN;
import static dev.davit.TestHouse.failure;
import static dev.davit.TestHouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.DefaultStorage;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents where nothing goes wrong, and where they go. */
public class DocumentsTest extends FlowTest {
  private static final String SHA256_OF_HELLO =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  private final Documents documents = house.davit.documents();

  private Document store(String name, String text) {
    return documents.store(ANN, new NewDocument(name, "text/plain", TestContents.of(text)));
  }

  @Test
  void store_inAConnection_isReadyThere() {
    Connection connection = house.connectAnnByDefault();

    Document document = store("hello.txt", "hello");

    assertThat(document.state()).isEqualTo(State.READY);
    assertThat(document.size()).isEqualTo(5);
    assertThat(document.sha256()).isEqualTo(SHA256_OF_HELLO);
    assertThat(document.altered()).isFalse();
    assertThat(document.connection()).isEqualTo(connection.id());
    assertThat(house.names("ann")).containsExactly("hello.txt");
    assertThat(documents.get(ANN, document.id())).isEqualTo(document);
    assertThat(text(documents.read(ANN, document.id(), null))).isEqualTo("hello");
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void store_withoutAChoice_isInTheApplicationsOwnStorage() {
    Document first = store("hello.txt", "hello");
    Document second = store("hello.txt", "other");
    Document bobs =
        documents.store(BOB, new NewDocument("hello.txt", "text/plain", TestContents.once("bob")));

    assertThat(first.connection()).isNull();
    assertThat(first.provider()).isEqualTo(OWN);
    assertThat(second.folder()).isEqualTo(first.folder());
    assertThat(bobs.folder()).isNotEqualTo(first.folder());
    assertThat(house.ownFiles())
        .extracting(Entry::name)
        .containsExactlyInAnyOrder(first.id().value(), second.id().value(), bobs.id().value());
    assertThat(text(documents.read(BOB, bobs.id(), null))).isEqualTo("bob");
  }

  @Test
  void store_againAfterAllWereDeleted_findsTheFolder() {
    Document first = store("hello.txt", "hello");
    documents.delete(ANN, first.id());

    assertThat(store("hello.txt", "hello").folder()).isEqualTo(first.folder());
  }

  @Test
  void store_empty_isReady() {
    house.connectAnnByDefault();

    assertThat(store("empty", "").size()).isZero();
    Document unknown =
        documents.store(ANN, new NewDocument("none", "text/plain", TestContents.once("")));
    assertThat(unknown.size()).isZero();
    assertThat(unknown.sha256()).startsWith("e3b0c44298fc1c14");
  }

  @Test
  void store_nameTaken_takesAnotherThere() {
    house.connectAnnByDefault();
    house.put("ann", "report.pdf", "the user's own");

    Document second = store("report.pdf", "ours");
    Document third =
        documents.store(
            ANN, new NewDocument("report.pdf", "text/plain", TestContents.once("ours")));

    assertThat(second.name()).isEqualTo("report.pdf");
    assertThat(second.storedName()).isEqualTo("report (2).pdf");
    assertThat(third.storedName()).isEqualTo("report (3).pdf");
    assertThat(house.names("ann"))
        .containsExactlyInAnyOrder("report.pdf", "report (2).pdf", "report (3).pdf");
  }

  @Test
  void store_manyNamesTaken_takesARandomOne() {
    house.connectAnnByDefault();
    for (int i = 0; i < 9; i++) {
      store("report.pdf", "ours");
    }

    Document last = store("report.pdf", "ours");

    assertThat(last.storedName()).matches("report \\(id-\\d+\\)\\.pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\r\nSet-Cookie: x", "a\0b", "half\ud800"})
  void store_badName_isRefusedAndNothingIsAnnounced(String name) {
    house.connectAnnByDefault();

    CloudException failure = failure(() -> store(name, "hello"));

    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(failure.hints().field()).isEqualTo("name");
    assertThat(house.isIdle()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "text/plain\r\nX: y", "a/b/c", "text/plain; x=\n"})
  void store_badContentType_isRefused(String type) {
    CloudException failure =
        failure(() -> documents.store(ANN, new NewDocument("a", type, TestContents.of("a"))));

    assertThat(failure.hints().field()).isEqualTo("content_type");
  }

  @Test
  void read_range_isThatPart() {
    house.connectAnnByDefault();
    Document document = store("hello.txt", "hello");

    assertThat(text(documents.read(ANN, document.id(), new ByteRange.Between(1, 3))))
        .isEqualTo("ell");
    assertThat(text(documents.read(ANN, document.id(), new ByteRange.Last(2)))).isEqualTo("lo");
  }

  @Test
  void read_goneAtTheProvider_isLostUntilItIsBack() {
    house.connectAnnByDefault();
    Document document = store("hello.txt", "hello");
    house.memory.server().faults().failOnce("read", ErrorKind.NOT_FOUND);

    assertThat(failure(() -> documents.read(ANN, document.id(), null)).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(documents.get(ANN, document.id()).state()).isEqualTo(State.LOST);
    assertThat(documents.list(ANN, 10, null).documents()).hasSize(1);

    assertThat(text(documents.read(ANN, document.id(), null))).isEqualTo("hello");
    assertThat(documents.get(ANN, document.id()).state()).isEqualTo(State.READY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNAVAILABLE", "PROVIDER_DENIED", "TOKEN_REJECTED", "PROTOCOL"})
  void read_anyOtherFailure_isNotLost(ErrorKind kind) {
    house.connectAnnByDefault();
    Document document = store("hello.txt", "hello");
    house.memory.server().faults().fail("read", kind);

    failure(() -> documents.read(ANN, document.id(), null));
    assertThat(documents.get(ANN, document.id()).state()).isEqualTo(State.READY);
  }

  @Test
  void delete_isGoneThereAndHere() {
    house.connectAnnByDefault();
    Document document = store("hello.txt", "hello");

    assertThat(documents.delete(ANN, document.id())).isTrue();
    assertThat(house.names("ann")).isEmpty();
    assertThat(failure(() -> documents.get(ANN, document.id())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(failure(() -> documents.delete(ANN, document.id())).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void delete_goneAtTheProviderAlready_isDone() {
    house.connectAnnByDefault();
    Document document = store("hello.txt", "hello");
    house.far("ann").delete(Objects.requireNonNull(document.entry()));

    assertThat(documents.delete(ANN, document.id())).isTrue();
  }

  @Test
  void delete_providerDown_followsByAJob() {
    house.connectAnnByDefault();
    Document document = store("hello.txt", "hello");
    house.memory.server().faults().down();

    assertThat(documents.delete(ANN, document.id())).isFalse();
    assertThat(documents.list(ANN, 10, null).documents()).isEmpty();
    house.later(Duration.ofMinutes(3));
    assertThat(house.names("ann")).containsExactly("hello.txt");

    house.memory.server().faults().mend();
    house.later(Duration.ofMinutes(3));
    assertThat(house.names("ann")).isEmpty();
    assertThat(house.isIdle()).isTrue();
  }

  @Test
  void W2_anotherOwnersDocument_isAsUnknown() {
    house.connectAnnByDefault();
    Document document = store("hello.txt", "hello");
    house.connect(BOB, "bob");
    int calls = house.calls();

    List<Consumer<DocumentId>> uses =
        List.of(
            id -> documents.get(BOB, id),
            id -> documents.read(BOB, id, null),
            id -> documents.delete(BOB, id));
    for (Consumer<DocumentId> use : uses) {
      CloudException others = failure(() -> use.accept(document.id()));
      assertThat(others.kind()).isEqualTo(ErrorKind.NOT_FOUND);
      assertThat(others)
          .hasMessage(failure(() -> use.accept(new DocumentId("made-up"))).getMessage());
    }
    assertThat(documents.list(BOB, 10, null).documents()).isEmpty();
    assertThat(house.calls()).isEqualTo(calls);
  }

  @Test
  void list_pages_newestFirst() {
    house.connectAnnByDefault();
    for (int i = 0; i < 5; i++) {
      store("file-" + i, "x");
      house.clock.advance(Duration.ofSeconds(1));
    }
    List<String> names = new ArrayList<>();
    @Nullable String token = null;
    do {
      DocumentPage page = documents.list(ANN, 2, token);
      page.documents().forEach(document -> names.add(document.name()));
      token = page.nextPageToken();
    } while (token != null);

    assertThat(names).containsExactly("file-4", "file-3", "file-2", "file-1", "file-0");
  }

  @Test
  void list_pageTokenOfAnother_isRefused() {
    house.connectAnnByDefault();
    house.connect(BOB, "bob");
    store("one", "x");
    store("two", "x");
    String token = documents.list(ANN, 1, null).nextPageToken();

    assertThat(token).isNotNull();
    assertThat(failure(() -> documents.list(BOB, 1, token)).kind())
        .isEqualTo(ErrorKind.INVALID_CURSOR);
    assertThat(failure(() -> documents.list(ANN, 2, token)).kind())
        .isEqualTo(ErrorKind.INVALID_CURSOR);
    assertThat(failure(() -> documents.list(Caller.of("nobody"), 1, token)).kind())
        .isEqualTo(ErrorKind.INVALID_CURSOR);
    assertThat(failure(() -> documents.list(ANN, 1, token + "A")).kind())
        .isEqualTo(ErrorKind.INVALID_CURSOR);
  }

  @Test
  void defaultStorage_notChosen_isTheApplicationsOwn() {
    assertThat(house.davit.defaultStorages().get(ANN))
        .isEqualTo(new DefaultStorage(OWN, null, EntryId.ROOT));
  }
}
