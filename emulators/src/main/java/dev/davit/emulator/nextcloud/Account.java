package dev.davit.emulator.nextcloud;

/**
 * Somebody who has files here.
 *
 * @param login what is typed to log in: a name or a mail address
 * @param userId what stands in the DAV paths; the vendor warns that the two differ
 *     (LoginFlow/index.rst, "Login name vs. email login")
 * @param password the account's own
 */
record Account(String login, String userId, String password) {
  @Override
  public String toString() {
    return userId;
  }
}
