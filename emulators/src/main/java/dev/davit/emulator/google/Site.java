package dev.davit.emulator.google;

import dev.davit.emulator.oauth.ApiSite;
import dev.davit.emulator.oauth.Origin;

/** Where an API of Google's is mounted, and what it needs to know. */
public final class Site extends ApiSite {
  private final World world;

  Site(Origin origin, World world) {
    super(origin);
    this.world = world;
  }

  /** Who calls. */
  public Callers callers() {
    return world.bearer();
  }

  /** Who has an account, by mail address. */
  public GoogleAccount account(String email) {
    return world.accounts().byEmail(email);
  }
}
