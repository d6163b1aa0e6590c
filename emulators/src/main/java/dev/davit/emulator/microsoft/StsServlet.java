package dev.davit.emulator.microsoft;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** All of login.microsoftonline.com: below each tenant's name the endpoints of version 2.0. */
final class StsServlet extends HttpServlet {
  static final String[] PATTERNS = {"/*", LoginPages.ACCOUNT, LoginPages.CONSENT};

  private final transient World world;
  private final transient Logins logins;
  private final transient TokenEndpoint tokens;
  private final transient Discovery discovery;

  StsServlet(World world) {
    this.world = world;
    logins = new Logins(world);
    tokens = new TokenEndpoint(world);
    discovery = new Discovery(world);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    int slash = path.indexOf('/', 1);
    String tenant = slash < 0 ? path : path.substring(1, slash);
    try {
      serve(tenant, slash < 0 ? "" : path.substring(slash + 1), request, response);
    } catch (OnPage e) {
      LoginPages.error(response, HttpServletResponse.SC_OK, e.error());
    } catch (StsError e) {
      e.send(request, response, world.clock().instant());
    }
  }

  private void serve(
      String tenant, String rest, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String what = request.getMethod() + " " + rest;
    if (rest.equals("oauth2/v2.0/token")) {
      tokens.serve(tenant, request, response);
      return;
    }
    switch (what) {
      case "GET oauth2/v2.0/authorize" -> authorize(tenant, request, response);
      case "POST login", "POST Consent/Set" -> logins.answer(request, response);
      case "GET discovery/v2.0/keys" -> discovery.keys(tenant, response);
      case "GET discovery/instance" -> discovery.instance(request, response);
      case "GET v2.0/.well-known/openid-configuration" ->
          discovery.configuration(tenant, request, response);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** What is wrong before it is known where to go back to is told on a page. */
  private void authorize(String tenant, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Form form;
    Back back;
    try {
      form = Form.ofQuery(request);
      back = Back.of(form, Authority.of(tenant, world.tenants()), world.clients());
    } catch (StsError e) {
      throw new OnPage(e);
    }
    try {
      logins.begin(AuthorizeRequest.of(form, back), response);
    } catch (StsError e) {
      back.send(e.parameters(world.clock().instant()), response);
    }
  }
}
