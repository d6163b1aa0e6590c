package dev.davit.http;

import dev.davit.Accounts;
import dev.davit.Accounts.Login;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.time.Duration;
import java.util.List;

/** Registering, logging in and out, passwords. */
final class AuthRoutes {
  private static final List<String> ACCOUNT = List.of("email", "password");

  private final Accounts accounts;
  private final HttpSettings settings;
  private final Gate gate;
  private final Tokens tokens;
  private final Csrf csrf;
  private final SessionCookie cookie;
  private final OAuthCookies pending;

  AuthRoutes(
      Accounts accounts,
      HttpSettings settings,
      Gate gate,
      Tokens tokens,
      Csrf csrf,
      SessionCookie cookie) {
    this.accounts = accounts;
    this.settings = settings;
    this.gate = gate;
    this.tokens = tokens;
    this.csrf = csrf;
    this.cookie = cookie;
    this.pending = new OAuthCookies(settings.secure());
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/api/auth",
            Access.PUBLIC,
            Answer.of(200, RegistrationView.class),
            call -> call.answer(200, registration())),
        Route.post(
                "/api/auth/register", Access.PUBLIC, Answer.of(201, UserView.class), this::register)
            .withBody(Body.json(ACCOUNT, List.of()))
            .may(ProblemType.FORBIDDEN, ProblemType.CONFLICT),
        Route.post("/api/auth/login", Access.PUBLIC, Answer.of(200, LoginView.class), this::login)
            .withBody(Body.json(ACCOUNT, List.of("session")))
            .may(ProblemType.UNAUTHENTICATED),
        Route.post("/api/auth/logout", Access.ANY, Answer.empty(204), this::logout),
        Route.post(
                "/api/auth/password",
                Access.ANY,
                Answer.of(200, LoginView.class),
                this::changePassword)
            .withBody(Body.json(List.of("old_password", "new_password"), List.of())),
        Route.get("/api/users/me", Access.ANY, Answer.of(200, UserView.class), this::me));
  }

  private RegistrationView registration() {
    return new RegistrationView(settings.openRegistration() ? "open" : "closed");
  }

  private void register(Call call) {
    if (!settings.openRegistration()) {
      throw new CloudException(
          ErrorKind.FORBIDDEN, "Registration is closed here; ask the operator for an account.");
    }
    Fields body = call.body();
    gate.countRegistration(call.address());
    call.answer(
        201,
        UserView.of(
            accounts.register(body.require("email"), new Secret(body.require("password")))));
  }

  private void login(Call call) {
    Fields body = call.body();
    boolean byCookie =
        switch (body.get("session", "token")) {
          case "token" -> false;
          case "cookie" -> true;
          default -> throw Texts.refused("session", "The session is by token or by cookie.");
        };
    Secret password = new Secret(body.require("password"));
    begin(call, accounts.login(body.require("email"), password, call.address()), byCookie);
  }

  private void logout(Call call) {
    accounts.logout(call.identity().session().id());
    cookie.clear(call.response());
    pending.clearAll(call.request(), call.response());
    call.empty(204);
  }

  private void changePassword(Call call) {
    Fields body = call.body();
    Login login =
        accounts.changePassword(
            call.identity().session(),
            new Secret(body.require("old_password")),
            new Secret(body.require("new_password")));
    begin(call, login, call.identity().byCookie());
  }

  private void me(Call call) {
    Identity identity = call.identity();
    String token = identity.byCookie() ? csrf.token(identity.session()) : null;
    call.answer(200, UserView.of(identity.session().account(), token));
  }

  /** A page gets its session in the cookie only, where no script can read it. */
  private void begin(Call call, Login login, boolean byCookie) {
    Accounts.Session session = login.session();
    Duration lifetime = Duration.between(settings.clock().instant(), session.expiresAt());
    UserView user = UserView.of(session.account());
    if (byCookie) {
      cookie.set(call.response(), login.token(), lifetime);
      String word = csrf.token(session);
      call.answer(200, new LoginView(null, null, word, lifetime.toSeconds(), user));
    } else {
      String token = tokens.issue(session);
      call.answer(200, new LoginView(token, "Bearer", null, lifetime.toSeconds(), user));
    }
  }
}
