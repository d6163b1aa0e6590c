package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.Browsing;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests of writing want to see. */
final class Wishes {
  private Wishes() {}

  static void assertFails(ErrorKind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).as("%s", failure).isEqualTo(kind));
  }

  /** An entry at the top. */
  static Entry entry(Storage storage, String name, Predicate<Entry> which) {
    return Browsing.all(storage, EntryId.ROOT, 100).stream()
        .filter(entry -> entry.name().equals(name) && which.test(entry))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }
}
