package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Calls that fail in our words, and in no driver's. */
final class Refused {
  private Refused() {}

  static void as(ErrorKind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CloudException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .message()
        .doesNotContainIgnoringCase("sqlite_")
        .doesNotContainIgnoringCase("insert")
        .doesNotContain("file is not a database")
        .doesNotContain("constraint")
        .doesNotContain("Hikari")
        .doesNotContain("ERROR")
        .doesNotContain("FATAL");
  }
}
