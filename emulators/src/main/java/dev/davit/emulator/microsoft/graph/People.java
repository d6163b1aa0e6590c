package dev.davit.emulator.microsoft.graph;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names of those who have called. */
final class People {
  private final Map<String, String> names = new ConcurrentHashMap<>();

  void know(Who who) {
    names.put(who.account(), who.name());
  }

  /** Somebody as an {@code identitySet} (resources/identityset). */
  Map<String, Object> identity(String account) {
    return Map.of(
        "user", Map.of("displayName", names.getOrDefault(account, account), "id", account));
  }
}
