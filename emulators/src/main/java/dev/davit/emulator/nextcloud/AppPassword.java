package dev.davit.emulator.nextcloud;

/**
 * A password for one client of an account (LoginFlow/index.rst).
 *
 * @param token the password itself
 * @param account whose it is
 * @param name the client's, taken from its User-Agent
 * @param wipe whether the user asked that the device forgets everything (RemoteWipe/index.rst)
 */
record AppPassword(String token, Account account, String name, boolean wipe) {
  AppPassword marked() {
    return new AppPassword(token, account, name, true);
  }

  @Override
  public String toString() {
    return name + " of " + account;
  }
}
