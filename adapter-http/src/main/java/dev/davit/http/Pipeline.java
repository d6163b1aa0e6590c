package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The checks that every request passes before its route's action, in their one order. */
final class Pipeline {
  /** What the log calls the request, for all that is logged on its behalf. */
  private static final String REQUEST_ID = "request_id";

  private final HttpSettings settings;
  private final Gate gate;
  private final Function<HttpServletRequest, Identity> authenticator;
  private final Csrf csrf;
  private final Cors cors;
  private final Observing observing;

  Pipeline(
      HttpSettings settings,
      Gate gate,
      Function<HttpServletRequest, Identity> authenticator,
      Csrf csrf,
      Observing observing) {
    this.settings = settings;
    this.gate = gate;
    this.authenticator = authenticator;
    this.csrf = csrf;
    this.observing = observing;
    this.cors = new Cors(settings.publicUrl(), settings.frontendUrl());
  }

  void run(Context context, Route route) throws Exception {
    RequestLog.name(context.req(), route);
    Gate.Pass observed = observing.enter(context.req());
    try {
      if (route.access() == Access.WATCH) {
        call(context, route, null);
      } else {
        let(context, route);
      }
    } finally {
      observed.close();
    }
  }

  private void let(Context context, Route route) throws Exception {
    Gate.Pass all = gate.enter();
    MDC.put(REQUEST_ID, RequestIds.of(context.req()));
    try {
      String address = Addresses.of(context.req());
      gate.countAddress(address);
      checkOrigin(context.req(), route);
      serve(context, route, address);
    } finally {
      MDC.remove(REQUEST_ID);
      all.close();
    }
  }

  private void serve(Context context, Route route, String address) throws Exception {
    @Nullable Identity identity =
        route.access().isPublic() ? null : authenticate(context.req(), route);
    Gate.Pass own = gate.enter(identity == null ? address : identity.userId());
    try {
      call(context, route, identity);
    } catch (RuntimeException e) {
      Remains.skip(context.req(), settings.limits().patience().json());
      throw e;
    } finally {
      own.close();
    }
  }

  private void call(Context context, Route route, @Nullable Identity identity) throws Exception {
    Fields query = Query.parse(context.queryString(), Set.copyOf(route.query()), route.others());
    route.action().run(new Call(context, route, query, settings.limits(), identity));
  }

  /**
   * No other site's page may write here, not even to log its visitor in; but for the operator's own
   * frontend, which comes with a token.
   */
  private void checkOrigin(HttpServletRequest request, Route route) {
    if (route.writes()
        && !Origins.isOwn(settings.publicUrl(), request)
        && !cors.isFrontend(request.getHeader("Origin"))) {
      throw elsewhere();
    }
  }

  private static HttpProblem elsewhere() {
    return new HttpProblem(ProblemType.CSRF, "The request comes from a page of another site.");
  }

  private Identity authenticate(HttpServletRequest request, Route route) {
    Identity identity = authenticator.apply(request);
    gate.countUser(identity.userId());
    if (route.writes() && identity.byCookie()) {
      if (!Origins.isOwn(settings.publicUrl(), request)) {
        throw elsewhere();
      }
      csrf.check(identity.session(), request.getHeader(Csrf.HEADER));
    }
    if (!route.access().admits(identity.session().account().role())) {
      throw new CloudException(ErrorKind.FORBIDDEN, "This is not for accounts of your role.");
    }
    return identity;
  }
}
