package dev.davit.emulator.nextcloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who may log in, with which passwords. */
final class Accounts {
  private final Map<String, Account> byLogin = new ConcurrentHashMap<>();
  private final Map<String, AppPassword> appPasswords = new ConcurrentHashMap<>();

  void add(Account account) {
    byLogin.put(account.login(), account);
  }

  Optional<Account> byLogin(String login) {
    return Optional.ofNullable(byLogin.get(login));
  }

  boolean isUserId(String name) {
    return byLogin.values().stream().anyMatch(account -> account.userId().equals(name));
  }

  /** A new app password. */
  AppPassword grant(Account account, String client) {
    AppPassword granted = new AppPassword(Tokens.appPassword(), account, client, false);
    appPasswords.put(granted.token(), granted);
    return granted;
  }

  Optional<AppPassword> appPassword(String token) {
    return Optional.ofNullable(appPasswords.get(token));
  }

  List<AppPassword> appPasswords() {
    return List.copyOf(appPasswords.values());
  }

  void markForWipe(String token) {
    appPasswords.computeIfPresent(token, (same, found) -> found.marked());
  }

  boolean revoke(String token) {
    return appPasswords.remove(token) != null;
  }

  /**
   * Whether this login and password belong together. An app password works only under the login
   * name that it was made for (LoginFlow/index.rst, "Troubleshooting"), and not when its device is
   * to be wiped (nextcloud/server, {@code WipeTokenException}).
   */
  Optional<Identity> check(String login, String password) {
    AppPassword app = appPasswords.get(password);
    if (app != null) {
      return app.account().login().equals(login) && !app.wipe()
          ? Optional.of(new Identity(app.account(), app.token()))
          : Optional.empty();
    }
    return byLogin(login)
        .filter(account -> account.password().equals(password))
        .map(account -> new Identity(account, ""));
  }
}
