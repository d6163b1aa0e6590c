package dev.davit.emulator.google;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The applications that are registered. */
final class Clients {
  private final Map<String, GoogleClient> byId = new ConcurrentHashMap<>();

  /** Registers one, or changes what is registered under its id. */
  void register(GoogleClient client) {
    byId.put(client.id(), client);
  }

  Optional<GoogleClient> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** As it is registered now, which may be otherwise than when its tokens were issued. */
  GoogleClient now(GoogleClient client) {
    return byId.getOrDefault(client.id(), client);
  }
}
