package dev.davit.http;

import dev.davit.Caller;
import dev.davit.OAuth;
import dev.davit.OAuthAnswer;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Connection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The browser comes back from a provider. Whatever it brings, it lands on a page with a word of
 * ours; what nobody honest brings is a problem.
 */
final class OAuthReturn {
  private static final String STILL_PENDING = "still_pending";

  private final OAuth oauth;
  private final Landing landing;
  private final OAuthCookies cookies;
  private final Authenticator authenticator;

  OAuthReturn(OAuth oauth, Landing landing, OAuthCookies cookies, Authenticator authenticator) {
    this.oauth = oauth;
    this.landing = landing;
    this.cookies = cookies;
    this.authenticator = authenticator;
  }

  /** What asks for headers only would use up what comes once. */
  static void refuseHead(Call call) {
    if (call.request().getMethod().equals("HEAD")) {
      throw new HttpProblem(
          ProblemType.METHOD_NOT_ALLOWED, "This is asked for by GET only.", Map.of("Allow", "GET"));
    }
  }

  void callback(Call call) {
    refuseHead(call);
    ProviderId provider = provider(call);
    String state = given(call, "state");
    if (state == null) {
      CloudException failure =
          new CloudException(ErrorKind.INVALID_FLOW, "The provider's answer names no connect.");
      call.redirect(303, landing.failed(failure, landing.isElsewhere()));
      return;
    }
    String code = given(call, "code");
    OAuthAnswer answer =
        new OAuthAnswer(
            provider,
            new Secret(state),
            code == null ? null : new Secret(code),
            given(call, "error"),
            given(call, "iss"));
    call.redirect(303, end(call, answer));
  }

  private ProviderId provider(Call call) {
    ProviderId provider = new ProviderId(call.path("provider"));
    if (!oauth.connects(provider)) {
      throw new CloudException(ErrorKind.NOT_FOUND, "This provider sends nobody back here.");
    }
    return provider;
  }

  /** A parameter; one that is empty counts as not sent (RFC 6749, 3.1). */
  private static @Nullable String given(Call call, String name) {
    return call.query().get(name, "").isEmpty() ? null : call.query().get(name);
  }

  /**
   * Ends the flow, and its cookie with it.
   *
   * @return where to land
   * @throws CloudException {@code UNAVAILABLE} if nobody could look whether it is pending, or who
   *     is signed in: it still is, and so is its cookie
   */
  private String end(Call call, OAuthAnswer answer) {
    Secret binding = cookies.read(call.request(), answer.flow());
    boolean elsewhere = binding == null && landing.isElsewhere();
    Optional<Identity> visitor =
        elsewhere ? Optional.empty() : authenticator.visitor(call.request());
    String where;
    try {
      where =
          elsewhere
              ? landing.parked(oauth.park(answer, call.requestId()))
              : landing.connected(finish(call, answer, binding, visitor).provider());
    } catch (CloudException failure) {
      if (STILL_PENDING.equals(failure.hints().reason())) {
        throw failure;
      }
      Problems.note(failure, call.requestId());
      where = landing.failed(failure, elsewhere);
    }
    if (binding != null) {
      cookies.clear(call.response(), answer.flow());
    }
    return where;
  }

  /** Whoever is signed in in that browser must be the one who began; nobody need be. */
  private Connection finish(
      Call call, OAuthAnswer answer, @Nullable Secret binding, Optional<Identity> visitor) {
    return visitor.isEmpty()
        ? oauth.finish(answer, binding, call.requestId())
        : oauth.finish(answer, binding, caller(visitor.get().userId(), call.requestId()));
  }

  private static Caller caller(String id, String requestId) {
    return new Caller(new OwnerId(id), id, requestId);
  }
}
