package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.Registry;

/** The applications that are registered with Microsoft. */
final class Clients extends Registry<MicrosoftClient> {
  Clients() {
    super(MicrosoftClient::id);
  }
}
