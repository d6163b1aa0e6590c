package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Who asks.
 *
 * @param appPassword the one that was used; empty for the account's own password
 */
record Identity(Account account, String appPassword) {
  private static final String ATTRIBUTE = Identity.class.getName();

  void into(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Who was let in with this request. */
  static Identity of(HttpServletRequest request) {
    return (Identity) request.getAttribute(ATTRIBUTE);
  }

  @Override
  public String toString() {
    return account.toString();
  }
}
