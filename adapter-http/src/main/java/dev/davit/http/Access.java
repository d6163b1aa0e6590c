package dev.davit.http;

import dev.davit.ports.store.Account.Role;

/** Who may call a route. */
enum Access {
  /** Everybody, signed in or not. */
  PUBLIC,
  /** Those who watch the server: as everybody, but let in uncounted, however busy it is. */
  WATCH,
  /** Every account. */
  ANY,
  /** Accounts that have storage. */
  USER,
  /** Accounts that look after the server. */
  ADMIN;

  /** Whether it is for those who are not signed in, too. */
  boolean isPublic() {
    return this == PUBLIC || this == WATCH;
  }

  boolean admits(Role role) {
    return switch (this) {
      case PUBLIC, WATCH, ANY -> true;
      case USER -> role == Role.USER;
      case ADMIN -> role == Role.ADMIN;
    };
  }
}
