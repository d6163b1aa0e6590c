package dev.davit.emulator.microsoft;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What accounts have consented to, until they take it back. Safe for use by several threads. */
final class Consents {
  private record Consent(String oid, String client, String scope) {}

  private final Set<Consent> given = new HashSet<>();

  synchronized void give(MicrosoftAccount account, MicrosoftClient client, Set<String> scopes) {
    scopes.forEach(scope -> given.add(new Consent(account.oid(), client.id(), scope)));
  }

  /** In short names. */
  synchronized Set<String> of(MicrosoftAccount account, MicrosoftClient client) {
    return given.stream()
        .filter(one -> one.oid().equals(account.oid()) && one.client().equals(client.id()))
        .map(Consent::scope)
        .collect(Collectors.toUnmodifiableSet());
  }

  synchronized void takeBack(MicrosoftAccount account) {
    given.removeIf(one -> one.oid().equals(account.oid()));
  }
}
