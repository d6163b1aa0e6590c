package dev.davit.internal.logins;

import dev.davit.internal.input.Problems;
import dev.davit.internal.providers.Operation;
import dev.davit.internal.providers.ProviderCalls;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.PageLogin;
import java.util.Optional;

/** The providers' pages to log in on. */
public final class LoginPages {
  private final ProviderRegistry providers;
  private final ProviderCalls calls;

  public LoginPages(ProviderRegistry providers, ProviderCalls calls) {
    this.providers = providers;
    this.calls = calls;
  }

  /** The page of a provider; refused if it has none. */
  PageLogin require(ProviderId provider) {
    if (providers.require(provider).authentication() instanceof Authentication.Fields fields) {
      return fields.pageLogin().orElseThrow(LoginPages::none);
    }
    throw none();
  }

  PageLogin.Started start(ProviderId provider, String serverUrl) {
    PageLogin page = require(provider);
    return calls.call(
        provider, Operation.START_LOGIN, LoginPages::refused, () -> page.start(serverUrl));
  }

  Optional<Grant> poll(PendingLogin login) {
    PageLogin page = require(login.provider());
    return calls.call(
        login.provider(),
        Operation.POLL_LOGIN,
        LoginPages::refused,
        () -> page.poll(login.state()));
  }

  private static CloudException none() {
    return Problems.field("provider", "This provider has no page of its own to log in on.");
  }

  private static CloudException refused() {
    return new CloudException(
        ErrorKind.CREDENTIALS_REFUSED, "The provider refused what it had granted.");
  }
}
