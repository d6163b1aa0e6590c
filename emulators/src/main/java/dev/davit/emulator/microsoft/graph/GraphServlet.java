package dev.davit.emulator.microsoft.graph;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Graph's part of the origin. */
final class GraphServlet extends HttpServlet {
  static final String PATTERN = "/v1.0/*";

  private static final String ME = "/v1.0/me";

  /** What no path names: actions begin with a slash. */
  private static final Address NOWHERE = new Address("", "", List.of(), false, "nowhere");

  /** Knows who calls; where nobody does, the answer is given. */
  @FunctionalInterface
  interface Authentication {
    Optional<Who> of(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  private final transient World world;
  private final transient Routes routes;
  private final transient Authentication authentication;

  GraphServlet(World world, Monitors monitors, Authentication authentication) {
    this.world = world;
    this.routes = new Routes(world, monitors);
    this.authentication = authentication;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = UUID.randomUUID().toString();
    String client = request.getHeader("client-request-id");
    response.setHeader("request-id", id);
    response.setHeader("client-request-id", client == null ? id : client);
    try {
      serve(request, response);
    } catch (Refused e) {
      e.send(request, response, world.store().now());
    }
  }

  private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Address> address = Address.of(request.getRequestURI());
    Route route = route(request, address);
    Optional<Who> who = authentication.of(request, response);
    if (who.isPresent()) {
      Options options = new Options(request.getQueryString());
      options.check(route.options());
      accept(request);
      world.people().know(who.get());
      world.store().locked(() -> world.rewriting().settle(world.store()));
      Address there = address.orElse(NOWHERE);
      route.handler().handle(new Call(who.get(), there, options, request, response));
    }
  }

  /** Routes are judged before tokens, as at the vendor's front. */
  private Route route(HttpServletRequest request, Optional<Address> address) {
    String path = request.getRequestURI();
    List<Route> there = address.map(routes::at).orElseGet(() -> account(path));
    if (there.isEmpty()) {
      String segment = path.substring(path.lastIndexOf('/') + 1);
      throw Refusals.badRequest("Resource not found for the segment '" + segment + "'.");
    }
    return there.stream()
        .filter(route -> route.verb().equals(request.getMethod()))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.of(
                    405,
                    "Request_BadRequest",
                    "Specified HTTP method is not allowed for the request target."));
  }

  private List<Route> account(String path) {
    Set<String> options = Set.of(Options.SELECT);
    return switch (path) {
      case ME -> List.of(Route.drive("GET", "", options, routes.account()::me));
      case ME + "/drives" -> List.of(Route.drive("GET", "", options, routes.account()::list));
      default -> List.of();
    };
  }

  /** Only JSON is there (406 in learn.microsoft.com/graph/errors). */
  private static void accept(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    boolean json =
        accept == null
            || accept.isBlank()
            || accept.contains("*/*")
            || accept.contains("application/*")
            || accept.contains("application/json");
    if (!json && !request.getRequestURI().endsWith("/content")) {
      throw Refused.of(406, "notAcceptable", "Only application/json can be answered.")
          .inner("invalidAcceptType");
    }
  }
}
