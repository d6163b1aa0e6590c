package dev.davit.emulator.google;

/**
 * Somebody with a Google account.
 *
 * @param sub what the account is known by for ever: up to 255 digits
 *     (developers.google.com/identity/openid-connect/openid-connect, "An ID token's payload")
 * @param email which may change, and is no key
 * @param name as it is shown
 */
public record GoogleAccount(String sub, String email, String name) {
  /** What comes behind the at sign, which {@code hd} is compared with. */
  String domain() {
    return email.substring(email.indexOf('@') + 1);
  }

  @Override
  public String toString() {
    return email;
  }
}
