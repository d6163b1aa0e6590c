package dev.davit.app.support;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.realm.RealmBase;
import org.jspecify.annotations.Nullable;

/** Who may enter the foreign server; can change while it runs. */
final class Logins extends RealmBase {
  static final String ROLE = "dav";

  private final Map<String, String> passwords = new ConcurrentHashMap<>();

  void put(String user, String password) {
    passwords.put(user, password);
  }

  @Override
  protected @Nullable String getPassword(String username) {
    return passwords.get(username);
  }

  @Override
  protected Principal getPrincipal(String username) {
    return new GenericPrincipal(username, List.of(ROLE));
  }
}
