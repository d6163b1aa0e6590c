package dev.davit.nextcloud;

import dev.davit.nextcloud.internal.Finder;
import dev.davit.nextcloud.internal.Json;
import dev.davit.nextcloud.internal.Ocs;
import dev.davit.nextcloud.internal.Web;
import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.PageLogin;
import dev.davit.webdav.internal.http.Account;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.http.TypedLogin;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Login Flow v2: the user logs in at the Nextcloud's own page, which then makes an app password for
 * us, given out once.
 */
final class NextcloudPages implements PageLogin {
  /** How long a Nextcloud keeps a log-in. */
  static final Duration LIFETIME = Duration.ofMinutes(20);

  private static final String START = "index.php/login/v2";

  private final OutboundGuard guard;
  private final Finder finder;
  private final Web web;
  private final Ocs ocs;
  private final InstantSource clock;

  NextcloudPages(OutboundGuard guard, Finder finder, Web web, Ocs ocs, InstantSource clock) {
    this.guard = guard;
    this.finder = finder;
    this.web = web;
    this.ocs = ocs;
    this.clock = clock;
  }

  @Override
  public Started start(String serverUrl) {
    Target base = finder.find(serverUrl);
    try (Answer answer = web.post(base.withPath(base.path() + START))) {
      return switch (answer.status()) {
        case 200 -> started(base, Web.json(answer).orElseThrow(Finder::none));
        case 429, 500, 502, 503, 504 -> throw Faults.of(answer);
        default -> throw Finder.none();
      };
    } catch (CloudException e) {
      throw Faults.isUnanswered(e) ? Faults.silence(guard, e) : e;
    }
  }

  private Started started(Target base, Json says) {
    HandedOut handedOut = new HandedOut(guard, base);
    Target page = handedOut.target(says.get("login").text());
    Json poll = says.get("poll");
    Target endpoint = handedOut.target(poll.get("endpoint").text());
    Secret token = new Secret(poll.get("token").text().orElseThrow(() -> Faults.protocol(null)));
    PageState state = new PageState(base, endpoint.path(), token, clock.instant().plus(LIFETIME));
    return new Started(page.uri(), state.write(), LIFETIME);
  }

  @Override
  public Optional<Grant> poll(Secret state) {
    PageState flow = PageState.read(guard, state).orElseThrow(() -> over(null));
    if (!clock.instant().isBefore(flow.until())) {
      throw over(null);
    }
    return ask(flow).map(says -> grant(flow, says));
  }

  private Optional<Json> ask(PageState flow) {
    Target endpoint = flow.base().withPath(flow.endpoint());
    try (Answer answer = web.postToken(endpoint, flow.token())) {
      return switch (answer.status()) {
        case 200 -> Optional.of(Web.json(answer).orElseThrow(() -> Faults.protocol(null)));
        case 404 -> Optional.empty();
        case 429, 500, 502, 503, 504 -> throw Faults.of(answer);
        default -> throw Faults.protocol(null);
      };
    }
  }

  /** What was given out is given out once: if it can't be used now it is of no use. */
  private Grant grant(PageState flow, Json says) {
    TypedLogin login = TypedLogin.of(fields(flow, says));
    try {
      return NextcloudLogin.grant(ocs, flow.base(), login);
    } catch (CloudException first) {
      if (first.kind() != ErrorKind.UNAVAILABLE) {
        throw ended(login, first);
      }
    }
    try {
      return NextcloudLogin.grant(ocs, flow.base(), login);
    } catch (CloudException second) {
      throw ended(login, second);
    }
  }

  private static SecretFields fields(PageState flow, Json says) {
    return new SecretFields(
        Map.of(
            Account.SERVER_URL, new Secret(flow.base().uri().toString()),
            Account.USERNAME, text(says, "loginName"),
            Account.PASSWORD, text(says, "appPassword")));
  }

  private static Secret text(Json says, String name) {
    return new Secret(says.get(name).text().orElseThrow(() -> Faults.protocol(null)));
  }

  private CloudException ended(TypedLogin login, CloudException reason) {
    try {
      ocs.endAppPassword(login.fields());
    } catch (CloudException e) {
      reason.addSuppressed(e);
    }
    return reason.kind() == ErrorKind.UNAVAILABLE || reason.kind() == ErrorKind.RATE_LIMITED
        ? over(reason)
        : reason;
  }

  private static CloudException over(@org.jspecify.annotations.Nullable CloudException reason) {
    String message = "This log-in is over. Start again.";
    return reason == null
        ? new CloudException(ErrorKind.INVALID_FLOW, message)
        : new CloudException(ErrorKind.INVALID_FLOW, message, reason);
  }
}
