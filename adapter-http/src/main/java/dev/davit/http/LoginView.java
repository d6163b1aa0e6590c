package dev.davit.http;

import org.jspecify.annotations.Nullable;

/**
 * A log-in: with a bearer token for clients, or with the CSRF token for a page, whose session is in
 * its cookie and nowhere else.
 */
record LoginView(
    @Nullable String accessToken,
    @Nullable String tokenType,
    @Nullable String csrfToken,
    long expiresIn,
    UserView user)
    implements View {

  @Override
  public String toString() {
    return "LoginView[" + user + "]";
  }
}
