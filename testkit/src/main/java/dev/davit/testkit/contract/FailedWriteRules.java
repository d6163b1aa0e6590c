package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.fault.TestContent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes that fail: what was there stays, and nothing else is there. */
interface FailedWriteRules extends StorageFixture {
  /** Large enough to be on its way when it fails. */
  long FAILING = 300_000;

  @Test
  default void write_ofContentThatCantBeRead_isUnavailable_andTheOldStays() {
    for (long position : new long[] {0, 1, FAILING / 2, FAILING}) {
      TestContent content =
          TestContent.generated(FAILING)
              .withUnknownSize()
              .withFailureAt(position, new IOException(CANARY));
      assertNothingWritten(ErrorKind.UNAVAILABLE, content);
    }
  }

  @Test
  default void write_ofContentOfKnownSizeThatCantBeRead_isUnavailable_andTheOldStays() {
    for (long position : new long[] {0, 1, FAILING / 2, FAILING - 1}) {
      TestContent content =
          TestContent.generated(FAILING).withFailureAt(position, new IOException(CANARY));
      assertNothingWritten(ErrorKind.UNAVAILABLE, content);
    }
  }

  @Test
  default void write_ofContentThatThrowsUnchecked_passesItOn_andTheOldStays() {
    Entry old = writeText(EntryId.ROOT, "file", "old");
    RuntimeException failure = new IllegalStateException("the caller's own");
    for (String name : List.of("file", "new")) {
      for (TestContent content : throwing(failure)) {
        assertThatThrownBy(() -> write(EntryId.ROOT, name, content, ConflictPolicy.REPLACE))
            .isSameAs(failure);
      }
    }
    assertOnly(old, "old");
  }

  @Test
  default void write_ofLessThanItSaid_isRefused_andTheOldStays() {
    for (long more : new long[] {1, 1000, FAILING}) {
      assertNothingWritten(
          ErrorKind.INVALID_REQUEST,
          TestContent.generated(FAILING).withDeclaredSize(FAILING + more));
    }
    assertNothingWritten(ErrorKind.INVALID_REQUEST, TestContent.of("").withDeclaredSize(1));
  }

  @Test
  default void write_ofMoreThanItSaid_isRefused_andTheOldStays() {
    for (long less : new long[] {1, 1000, FAILING}) {
      assertNothingWritten(
          ErrorKind.INVALID_REQUEST,
          TestContent.generated(FAILING).withDeclaredSize(FAILING - less));
    }
  }

  @Test
  default void write_afterOneThatFailed_works() {
    TestContent broken =
        TestContent.generated(FAILING).withFailureAt(FAILING / 2, new IOException(CANARY));
    assertFails(
        ErrorKind.UNAVAILABLE, () -> write(EntryId.ROOT, "file", broken, ConflictPolicy.FAIL));
    Entry entry = writeText(EntryId.ROOT, "file", "second try");
    assertOnly(entry, "second try");
  }

  private static List<TestContent> throwing(RuntimeException failure) {
    return List.of(
        TestContent.generated(FAILING).withFailureAt(FAILING / 2, failure),
        TestContent.generated(FAILING).withUnknownSize().withFailureAt(0, failure),
        TestContent.generated(FAILING).withUnknownSize().withFailureAt(FAILING, failure));
  }

  private void assertNothingWritten(ErrorKind kind, TestContent content) {
    Entry old = writeText(EntryId.ROOT, "file", "old");
    assertFails(kind, () -> write(EntryId.ROOT, "file", content, ConflictPolicy.REPLACE));
    assertThat(content.opened()).isEqualTo(1);
    assertThat(content.closed()).isEqualTo(1);
    assertOnly(old, "old");
    storage().delete(old.id());
  }

  private void assertOnly(Entry entry, String text) {
    assertThat(all(EntryId.ROOT, 10)).containsExactly(entry);
    assertThat(text(entry.id())).isEqualTo(text);
  }
}
