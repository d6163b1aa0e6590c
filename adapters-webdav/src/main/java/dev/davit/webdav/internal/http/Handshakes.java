package dev.davit.webdav.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** What servers have said of logging in, for the accounts that were used last. */
final class Handshakes {
  private static final int MOST = 1000;

  private final Map<String, Handshake> byAccount =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Handshake> eldest) {
          return size() > MOST;
        }
      };

  synchronized Handshake of(Account account) {
    String key = account.login() + " " + account.username() + " " + account.base().uri();
    return byAccount.computeIfAbsent(key, unknown -> new Handshake());
  }
}
