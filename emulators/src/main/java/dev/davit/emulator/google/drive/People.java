package dev.davit.emulator.google.drive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of the accounts: names and how much they may keep. */
final class People {
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Map<String, Long> limits = new ConcurrentHashMap<>();

  /** Learns a name. */
  void know(Who who) {
    names.put(who.account(), who.name());
  }

  /** Somebody as the API shows them (reference/rest/v3/User). */
  Map<String, Object> user(String account, Who who) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("kind", "drive#user");
    user.put("displayName", names.getOrDefault(account, account));
    user.put("me", account.equals(who.account()));
    user.put("permissionId", Integer.toUnsignedString(account.hashCode()));
    user.put("emailAddress", account);
    return user;
  }

  /** How many bytes an account may keep; none for no limit. */
  OptionalLong limit(String account) {
    Long limit = limits.get(account);
    return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
  }

  void limit(String account, OptionalLong bytes) {
    if (bytes.isPresent()) {
      limits.put(account, bytes.getAsLong());
    } else {
      limits.remove(account);
    }
  }
}
