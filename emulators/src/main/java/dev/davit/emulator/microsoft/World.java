package dev.davit.emulator.microsoft;

import java.time.InstantSource;
import java.util.Set;

/** Everything that one emulated Microsoft knows. */
final class World {
  private final Tenants tenants = new Tenants();
  private final Accounts accounts = new Accounts();
  private final Clients clients = new Clients();
  private final Consents consents = new Consents();
  private final InstantSource clock;
  private final Tokens tokens;
  private final Codes codes;
  private final Bearer bearer;

  World(InstantSource clock) {
    this.clock = clock;
    tokens = new Tokens(clock);
    codes = new Codes(clock);
    bearer = new Bearer(this);
  }

  /** Gives tokens as if the account had consented on the page; with a refresh token, always. */
  Issued grant(MicrosoftAccount account, MicrosoftClient client, String... scopes) {
    Set<String> granted = Scopes.of(scopes);
    granted.add(Scopes.OFFLINE_ACCESS);
    consents.give(account, client, granted);
    return tokens.issue(tokens.newGrant(account, client), granted);
  }

  Tenants tenants() {
    return tenants;
  }

  Accounts accounts() {
    return accounts;
  }

  Clients clients() {
    return clients;
  }

  Consents consents() {
    return consents;
  }

  InstantSource clock() {
    return clock;
  }

  Tokens tokens() {
    return tokens;
  }

  Codes codes() {
    return codes;
  }

  Bearer bearer() {
    return bearer;
  }
}
