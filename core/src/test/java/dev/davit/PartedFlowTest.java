package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.internal.codec.Sha256;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Content;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Document.State;
import dev.davit.testkit.fault.TestContent;
import dev.davit.testkit.memory.MemoryFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A test of uploads in parts, into an account of Ann's. */
public abstract class PartedFlowTest extends FlowTest {
  static final int SIZE = 20_000;
  static final int PARTS = 5;
  static final Duration DAY = Duration.ofHours(24);

  final MemoryFaults faults = house.memory.server().faults();
  final Documents documents = house.davit.documents();
  ConnectionId connection = new ConnectionId("none");

  @BeforeEach
  void connect() {
    connection = house.connectAnnByDefault().id();
  }

  static TestContent content() {
    return TestContent.generated(SIZE);
  }

  /** As few parts as have a first, a middle and a last one: each step is tried in a new house. */
  static TestContent threeParts() {
    return TestContent.generated(10_000);
  }

  static byte[] bytes(TestContent content) {
    try {
      return content.open().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The content with one other byte. */
  static TestContent otherAt(int position) {
    byte[] other = bytes(content());
    other[position]++;
    return TestContent.of(other);
  }

  Document store(Content content) {
    return store(house, content);
  }

  static Document store(TestHouse at, Content content) {
    return at.davit.documents().store(ANN, new NewDocument("film.bin", "video/mp4", content));
  }

  /** An upload that broke off after so many parts. */
  UnfinishedUpload broken(int parts) {
    failAfter(parts);
    assertThat(failure(() -> store(content())).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    house.hooked.before("append", () -> {});
    faults.mend();
    house.clock.advance(Duration.ofMinutes(1));
    List<UnfinishedUpload> unfinished = documents.unfinished(ANN, 10);
    assertThat(unfinished).hasSize(1);
    return unfinished.get(0);
  }

  void failAfter(int parts) {
    int before = faults.calls("append");
    house.hooked.before(
        "append",
        () -> {
          if (faults.calls("append") >= before + parts) {
            faults.down();
          }
        });
  }

  void assertWhole(TestHouse at, Document document) {
    assertWhole(at, document, content());
  }

  void assertWhole(TestHouse at, Document document, TestContent content) {
    byte[] expected = bytes(content);
    assertThat(document.state()).isEqualTo(State.READY);
    assertThat(document.size()).isEqualTo(expected.length);
    assertThat(document.sha256()).isEqualTo(Sha256.hex(Sha256.of(expected)));
    assertThat(at.names("ann")).containsExactly(document.storedName());
    assertThat(read(at, document)).isEqualTo(expected);
    assertNothingOnItsWay(at);
  }

  static byte[] read(TestHouse at, Document document) {
    try (var download = at.davit.documents().read(ANN, document.id(), null)) {
      return download.body().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assertNothingOnItsWay(TestHouse at) {
    assertThat(at.davit.documents().unfinished(ANN, 10)).isEmpty();
    assertThat(at.memory.server().unfinished("ann")).isZero();
    assertThat(at.isIdle()).isTrue();
  }

  void assertNothingLeft() {
    assertThat(house.names("ann")).isEmpty();
    assertThat(documents.list(ANN, 10, null).documents()).isEmpty();
    assertNothingOnItsWay(house);
  }
}
