package dev.davit.emulator.google;

import dev.davit.emulator.oauth.Registry;

/** The applications that are registered with Google. */
final class Clients extends Registry<GoogleClient> {
  Clients() {
    super(GoogleClient::id);
  }
}
