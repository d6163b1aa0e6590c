package dev.davit.http;

import dev.davit.OAuth;
import dev.davit.StartedOAuth;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connecting on the provider's own page: leaving for it, and what a frontend elsewhere brings. */
final class OAuthRoutes {
  private static final String BASE = "/api/cloud/oauth";

  private final OAuth oauth;
  private final HttpSettings settings;
  private final Landing landing;
  private final OAuthCookies cookies;
  private final OAuthReturn back;

  OAuthRoutes(OAuth oauth, HttpSettings settings, Authenticator authenticator) {
    this.oauth = oauth;
    this.settings = settings;
    landing = new Landing(settings.publicUrl(), settings.frontendUrl());
    cookies = new OAuthCookies(settings.secure());
    back = new OAuthReturn(oauth, landing, cookies, authenticator);
  }

  List<Route> routes() {
    return List.of(
        Route.get(
                BASE + "/initiate/{provider}",
                Access.USER,
                Answer.of(StartedOAuthView.class, 200, 302),
                this::initiate)
            .withQuery("connection_id")
            .may(ProblemType.NOT_FOUND, ProblemType.CSRF),
        Route.get(BASE + "/callback/{provider}", Access.PUBLIC, Answer.empty(303), back::callback)
            .withQuery("state", "code", "error", "iss")
            .amongOthers()
            .may(ProblemType.NOT_FOUND),
        Route.post(
                BASE + "/complete",
                Access.USER,
                Answer.of(200, ConnectionView.class),
                this::complete)
            .withBody(Body.json(List.of("handle"), List.of()))
            .may(ProblemType.INVALID_FLOW, ProblemType.PROVIDER_DENIED)
            .may(ProblemType.REAUTH_REQUIRED, ProblemType.CONFLICT)
            .may(ProblemType.MISCONFIGURED, ProblemType.PROTOCOL, ProblemType.INTEGRITY));
  }

  private void initiate(Call call) {
    OAuthReturn.refuseHead(call);
    checkOwnPage(call);
    StartedOAuth started = start(call);
    if (call.identity().byCookie() && wantsPage(call)) {
      call.redirect(302, started.page().toString());
    } else {
      call.answer(200, StartedOAuthView.of(started));
    }
  }

  /**
   * A page with a session binds the flow to its browser, and so does whoever has no frontend
   * elsewhere; that frontend's browser takes no cookie from here.
   */
  private StartedOAuth start(Call call) {
    ProviderId provider = new ProviderId(call.path("provider"));
    ConnectionId reconnect = reconnect(call);
    if (landing.isElsewhere() && !call.identity().byCookie()) {
      return oauth.startElsewhere(call.caller(), provider, reconnect);
    }
    Secret binding = oauth.newBinding();
    StartedOAuth started = oauth.start(call.caller(), provider, binding, reconnect);
    cookies.set(call.request(), call.response(), started.flow(), binding, started.lifetime());
    return started;
  }

  private static @Nullable ConnectionId reconnect(Call call) {
    String id = call.query().get("connection_id");
    return id == null ? null : new ConnectionId(id);
  }

  /**
   * Not a write by its method, yet no other site may send a visitor with a session off from here.
   */
  private void checkOwnPage(Call call) {
    if (call.identity().byCookie() && !Origins.isOwn(settings.publicUrl(), call.request())) {
      throw new HttpProblem(ProblemType.CSRF, "The request comes from a page of another site.");
    }
  }

  private static boolean wantsPage(Call call) {
    String accept = call.request().getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }

  private void complete(Call call) {
    Secret handle = new Secret(call.body().require("handle"));
    call.answer(200, ConnectionView.of(oauth.complete(call.caller(), handle)));
  }
}
