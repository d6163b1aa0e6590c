package dev.davit.http;

import dev.davit.Davit;
import dev.davit.ports.RateLimiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every route there is, and the checks before them.
 *
 * @param routes in the order in which they are tried
 * @param pipeline what each request passes first
 */
record RouteTable(List<Route> routes, Pipeline pipeline) {

  static RouteTable of(Davit davit, HttpSettings settings, RateLimiter limiter, Watching watching) {
    ServerSecrets secrets = ServerSecrets.of(davit);
    Tokens tokens = new Tokens(secrets.token(), settings.publicUrl().toString(), settings.clock());
    Csrf csrf = new Csrf(secrets.csrf());
    SessionCookie cookie = new SessionCookie(settings.secure());
    Gate gate = new Gate(limiter, settings.limits());
    AuthRoutes auth = new AuthRoutes(davit.accounts(), settings, gate, tokens, csrf, cookie);
    Authenticator authenticator = new Authenticator(davit.accounts(), tokens, cookie);
    return new RouteTable(
        routes(davit, settings, auth, authenticator, watching),
        new Pipeline(settings, gate, authenticator::identify, csrf, watching.observing()));
  }

  private static List<Route> routes(
      Davit davit,
      HttpSettings settings,
      AuthRoutes auth,
      Authenticator authenticator,
      Watching watching) {
    List<Route> all = new ArrayList<>(auth.routes());
    all.addAll(new DefaultStorageRoutes(davit.defaultStorages()).routes());
    all.addAll(new ConnectionRoutes(davit, settings.unconfigured()).routes());
    all.addAll(new PageLoginRoutes(davit.connections()).routes());
    all.addAll(new OAuthRoutes(davit.oauth(), settings, authenticator).routes());
    all.addAll(new FolderRoutes(davit.files()).routes());
    all.addAll(new FileRoutes(davit.files()).routes());
    all.addAll(new MoveRoutes(davit.files()).routes());
    all.addAll(new FindRoutes(davit.files()).routes());
    all.addAll(new DocumentRoutes(davit.documents()).routes());
    all.addAll(new AdminRoutes(davit).routes());
    all.addAll(new PurgeRoutes(davit, settings.secure()).routes());
    all.addAll(new AuditRoutes(davit.audit()).routes());
    all.addAll(MetricsRoute.routes(watching.monitoring()));
    all.addAll(new HouseRoutes(watching.readiness(), new PageFiles(), () -> all).routes());
    return all;
  }

  /** Which methods an address answers to, as the header {@code Allow} says it. */
  String allowed(String path) {
    Set<String> methods = new TreeSet<>();
    for (Route route : routes) {
      if (path.matches(route.path().replaceAll("\\{[a-z_]+}", "[^/]+"))) {
        methods.add(route.method().name());
        if (route.method() == Method.GET) {
          methods.add("HEAD");
        }
      }
    }
    return String.join(", ", methods);
  }
}
