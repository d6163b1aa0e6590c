package dev.davit.emulator.google;

import java.util.LinkedHashSet;
import java.util.Set;

/** What is granted, and whether the user is asked. */
final class Decisions {
  private final World world;

  Decisions(World world) {
    this.world = world;
  }

  /**
   * Whether the user is asked: always with {@code prompt=consent}; else when something was not yet
   * granted ("prompted only the first time your project requests access", web-server, {@code
   * prompt}).
   */
  boolean asksFor(AuthorizationRequest request, GoogleAccount account) {
    Consents.Consent before = before(request, account);
    return request.prompts("consent")
        || !before.scopes().containsAll(request.scopes())
        || (request.offline() && !before.offline());
  }

  private Consents.Consent before(AuthorizationRequest request, GoogleAccount account) {
    return world.consents().of(account, request.client().project());
  }

  /** The user said yes to what is ticked; to nothing is no (…/oauth2, "Basic steps"). */
  Redirect allowTicked(AuthorizationRequest request, GoogleAccount account, Set<String> ticked) {
    Set<String> granted = new LinkedHashSet<>(request.scopes());
    granted.removeIf(scope -> !ticked.contains(scope) && !Scopes.SIGN_IN.contains(scope));
    return granted.isEmpty()
        ? Redirect.with(request, "access_denied")
        : allow(request, account, granted, true);
  }

  /**
   * Grants this. A refresh token comes only where the user was asked ("returned on the first
   * authorization", web-server, "Refreshing an access token"); with {@code include_granted_scopes}
   * the tokens are good for all that was granted before, too (web-server, "Incremental
   * authorization").
   */
  Redirect allow(
      AuthorizationRequest request, GoogleAccount account, Set<String> scopes, boolean asked) {
    Set<String> granted = new LinkedHashSet<>(scopes);
    if (request.together()) {
      granted.addAll(before(request, account).scopes());
    }
    boolean withRefresh = request.offline() && asked;
    world.consents().give(account, request.client().project(), scopes, withRefresh);
    return Redirect.with(world.codes().give(request, account, granted, withRefresh), asked);
  }
}
