package dev.davit.emulator.google;

import java.time.InstantSource;
import java.util.Set;

/** Everything that one emulated Google knows. */
final class World {
  private final Accounts accounts = new Accounts();
  private final Clients clients = new Clients();
  private final Consents consents = new Consents();
  private final InstantSource clock;
  private final Tokens tokens;
  private final Codes codes;
  private final IdTokens idTokens;
  private final Bearer bearer;

  World(InstantSource clock) {
    this.clock = clock;
    tokens = new Tokens(clock, clients);
    codes = new Codes(clock, tokens);
    idTokens = new IdTokens(clock);
    bearer = new Bearer(tokens, clients);
  }

  /** Gives tokens as if the account had consented on the page. */
  Issued grant(GoogleAccount account, GoogleClient client, String... scopes) {
    Set<String> granted = Scopes.of(scopes);
    consents.give(account, client.project(), granted, true);
    return tokens.issue(account, client, granted, true);
  }

  /** Ends every token and consent of an account. */
  void revoke(GoogleAccount account) {
    consents.projects(account).forEach(project -> revoke(account, project));
  }

  /** Ends every token and consent that an account gave to a project. */
  void revoke(GoogleAccount account, String project) {
    consents.takeBack(account, project);
    tokens.end(account, project);
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

  IdTokens idTokens() {
    return idTokens;
  }

  Bearer bearer() {
    return bearer;
  }
}
