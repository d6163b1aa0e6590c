package dev.davit.http;

import dev.davit.Connections;
import dev.davit.StartedLogin;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import java.util.List;

/** Connecting by a log-in on the server's own page. */
final class PageLoginRoutes {
  private static final String BASE = "/api/cloud/connections/{provider}/login";

  private final Connections connections;

  PageLoginRoutes(Connections connections) {
    this.connections = connections;
  }

  List<Route> routes() {
    return List.of(
        Route.post(BASE, Access.USER, Answer.of(201, StartedLoginView.class), this::start)
            .withBody(Body.json(List.of("server_url"), List.of("display_name")))
            .may(ProblemType.NOT_FOUND, ProblemType.ADDRESS_REFUSED)
            .may(ProblemType.NOT_WEBDAV, ProblemType.PROTOCOL),
        Route.get(BASE + "/{flow}", Access.USER, Answer.of(200, PageLoginView.class), this::poll)
            .may(ProblemType.INVALID_FLOW, ProblemType.NOT_FOUND, ProblemType.CONFLICT)
            .may(ProblemType.ADDRESS_REFUSED, ProblemType.CREDENTIALS_REFUSED)
            .may(ProblemType.PROTOCOL, ProblemType.INTEGRITY));
  }

  private void start(Call call) {
    Fields body = call.body();
    StartedLogin login =
        connections.startLogin(
            call.caller(), provider(call), body.require("server_url"), body.get("display_name"));
    call.created(
        BASE.replace("{provider}", provider(call).value()) + "/" + login.flow().reveal(),
        StartedLoginView.of(login));
  }

  /** Not a write, though a connection may come of it: that was decided when the log-in began. */
  private void poll(Call call) {
    Secret flow = new Secret(call.path("flow"));
    call.answer(200, PageLoginView.of(connections.pollLogin(call.caller(), provider(call), flow)));
  }

  private static ProviderId provider(Call call) {
    return new ProviderId(call.path("provider"));
  }
}
