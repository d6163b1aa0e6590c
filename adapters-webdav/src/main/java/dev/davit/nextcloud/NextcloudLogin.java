package dev.davit.nextcloud;

import dev.davit.nextcloud.internal.Finder;
import dev.davit.nextcloud.internal.Ocs;
import dev.davit.nextcloud.internal.Spaces;
import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.PageLogin;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.http.TypedLogin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tries an app password, by asking whose it is. */
final class NextcloudLogin implements Authentication.Fields {
  private final OutboundGuard guard;
  private final Finder finder;
  private final Ocs ocs;
  private final PageLogin pages;

  NextcloudLogin(OutboundGuard guard, Finder finder, Ocs ocs, PageLogin pages) {
    this.guard = guard;
    this.finder = finder;
    this.ocs = ocs;
    this.pages = pages;
  }

  @Override
  public Grant verify(SecretFields fields) {
    TypedLogin login = TypedLogin.of(fields);
    Target base = finder.find(login.serverUrl());
    try {
      return grant(ocs, base, login);
    } catch (CloudException e) {
      throw Faults.isUnanswered(e) ? Faults.silence(guard, e) : e;
    }
  }

  /**
   * The account that a credential opens.
   *
   * @throws CloudException as {@link Ocs#userId}
   */
  static Grant grant(Ocs ocs, Target base, TypedLogin login) {
    String url = base.uri().toString();
    Map<String, Secret> kept = new HashMap<>(login.fields(url).values());
    String user = ocs.userId(new SecretFields(kept));
    kept.put(Spaces.USER_ID, new Secret(user));
    return new Grant(
        new SecretFields(kept), TypedLogin.subject(user, url), login.label(base), Set.of());
  }

  @Override
  public void revoke(SecretFields fields) {
    ocs.endAppPassword(fields);
  }

  @Override
  public Optional<PageLogin> pageLogin() {
    return Optional.of(pages);
  }
}
