package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.ApiSite;
import dev.davit.emulator.oauth.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Where an API of Microsoft's is mounted, and what it needs to know. */
public final class Site extends ApiSite {
  private final World world;

  Site(Origin origin, World world) {
    super(origin);
    this.world = world;
  }

  /**
   * Who sent this request, by its bearer token.
   *
   * @return empty when the token is missing, unknown or over: the answer, 401 with Graph's error
   *     {@code InvalidAuthenticationToken}, is then given
   */
  public Optional<Caller> caller(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return world.bearer().of(request, response);
  }

  /** Who has an account, by mail address. */
  public MicrosoftAccount account(String email) {
    return world.accounts().byEmail(email);
  }
}
