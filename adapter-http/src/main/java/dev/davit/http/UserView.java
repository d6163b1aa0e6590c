package dev.davit.http;

import dev.davit.ports.store.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account; with the CSRF token of its session where a page asks for itself. */
record UserView(String id, String email, String role, Instant createdAt, @Nullable String csrfToken)
    implements View {

  static UserView of(Account account) {
    return of(account, null);
  }

  static UserView of(Account account, @Nullable String csrfToken) {
    return new UserView(
        account.id().value(),
        account.email(),
        account.role().name(),
        account.createdAt(),
        csrfToken);
  }

  @Override
  public String toString() {
    return "UserView[" + id + "]";
  }
}
