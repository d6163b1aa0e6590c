package dev.davit.http;

import dev.davit.ports.store.Account.Role;

/** Who may call a route. */
enum Access {
  /** Everybody, signed in or not. */
  PUBLIC,
  /** Every account. */
  ANY,
  /** Accounts that have storage. */
  USER,
  /** Accounts that look after the server. */
  ADMIN;

  boolean admits(Role role) {
    return switch (this) {
      case PUBLIC, ANY -> true;
      case USER -> role == Role.USER;
      case ADMIN -> role == Role.ADMIN;
    };
  }
}
