package dev.davit.emulator.microsoft;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What tokens are good for. A personal account's for what was asked for; a work account's for all
 * that was ever consented to of Graph, and for signing in, whatever was asked for (seen:
 * learn.microsoft.com/answers/questions/806413). Signing in needs no consent of its own there.
 */
final class Granted {
  private Granted() {}

  /** In short names; {@code offline_access} is among them where it was asked for. */
  static Set<String> to(Grant grant, Asked asked, Consents consents) {
    Set<String> consented = consents.of(grant.account(), grant.client());
    Set<String> granted = new LinkedHashSet<>(asked.names());
    if (asked.names().stream().filter(Scopes::ofGraph).anyMatch(one -> !consented.contains(one))) {
      throw grant.account().isPersonal()
          ? AadSts.SCOPES_REVOKED.about()
          : AadSts.NO_CONSENT.about(grant.client().id());
    }
    if (!grant.account().isPersonal()) {
      consented.stream().filter(Scopes::ofGraph).sorted().forEach(granted::add);
      granted.addAll(Scopes.SIGN_IN);
    }
    return granted;
  }
}
