package dev.davit.http;

import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditEntry.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log; who and what is absent where nobody is meant, or once erased. */
record AuditView(
    long sequence,
    Instant at,
    String action,
    String outcome,
    @Nullable String owner,
    @Nullable String actor,
    @Nullable String requestId,
    @Nullable String detail,
    boolean erased)
    implements View {

  static AuditView of(AuditEntry entry) {
    Personal who = entry.personal();
    return new AuditView(
        entry.sequence(),
        entry.at(),
        entry.action(),
        entry.outcome(),
        who == null ? null : given(who.owner().replaceFirst("^\\d+:", "")),
        who == null ? null : given(who.actor()),
        who == null ? null : given(who.requestId()),
        who == null ? null : given(who.detail()),
        who == null);
  }

  private static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public String toString() {
    return "AuditView[" + sequence + "]";
  }
}
