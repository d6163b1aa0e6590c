package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The client's side of Login Flow v2 (LoginFlow/index.rst): {@code POST login/v2} begins, {@code
 * POST login/v2/poll} is 404 until the user said yes, then 200 once.
 */
final class LoginServlet extends HttpServlet {
  static final String[] PATTERNS = {
    "/login/v2", "/index.php/login/v2", "/login/v2/poll", "/index.php/login/v2/poll"
  };

  private final transient LoginFlows flows;
  private final transient Addresses addresses;

  LoginServlet(LoginFlows flows, Addresses addresses) {
    this.flows = flows;
    this.addresses = addresses;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().endsWith("/poll")) {
      poll(request, response);
    } else {
      begin(request, response);
    }
  }

  private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    LoginFlow flow = flows.begin(String.valueOf(request.getHeader("User-Agent")));
    String server = addresses.server(request);
    Map<String, Object> poll = new LinkedHashMap<>();
    poll.put("token", flow.pollToken());
    poll.put("endpoint", server + "/login/v2/poll");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("poll", poll);
    answer.put("login", server + "/login/v2/flow/" + flow.loginToken());
    Json.send(response, HttpServletResponse.SC_OK, answer);
  }

  private void poll(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<LoginFlow.Granted> granted = flows.poll(String.valueOf(request.getParameter("token")));
    if (granted.isEmpty()) {
      Json.send(response, HttpServletResponse.SC_NOT_FOUND, List.of());
      return;
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("server", granted.get().server());
    answer.put("loginName", granted.get().password().account().login());
    answer.put("appPassword", granted.get().password().token());
    Json.send(response, HttpServletResponse.SC_OK, answer);
  }
}
