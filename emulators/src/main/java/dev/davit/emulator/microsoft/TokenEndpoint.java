package dev.davit.emulator.microsoft;

import dev.davit.emulator.internal.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code POST /{tenant}/oauth2/v2.0/token} (v2-oauth2-auth-code-flow). */
final class TokenEndpoint {
  private final World world;
  private final ClientAuth clients;
  private final Redemption redemption;
  private final Refreshing refreshing;

  TokenEndpoint(World world) {
    this.world = world;
    clients = new ClientAuth(world.clients());
    redemption = new Redemption(world);
    refreshing = new Refreshing(world);
  }

  void serve(String tenant, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store, no-cache");
    response.setHeader("Pragma", "no-cache");
    response.setHeader("Expires", "-1");
    response.setHeader("x-ms-request-id", Guids.random());
    try {
      Json.send(response, HttpServletResponse.SC_OK, answer(tenant, request));
    } catch (StsError refused) {
      refused.send(request, response, world.clock().instant());
    }
  }

  private Map<String, Object> answer(String tenant, HttpServletRequest request) throws IOException {
    if (!request.getMethod().equals("POST")) {
      throw AadSts.ONLY_POST.about(request.getMethod());
    }
    Authority authority = Authority.of(tenant, world.tenants());
    Form form = Form.ofBody(request);
    String type = form.require("grant_type");
    return switch (type) {
      case "authorization_code" -> {
        wellFormed(form.require("code"));
        yield redemption.redeem(form, client(request, form, authority), authority);
      }
      case "refresh_token" -> {
        wellFormed(form.require("refresh_token"));
        yield refreshing.refresh(form, client(request, form, authority), authority);
      }
      default -> throw AadSts.UNSUPPORTED_GRANT_TYPE.about(type);
    };
  }

  /** Others are refused before the client is asked (seen). */
  private static void wellFormed(String grant) {
    if (!Opaque.canBeGrant(grant)) {
      throw AadSts.MALFORMED.about();
    }
  }

  /** A web application's requests come from no browser. */
  private MicrosoftClient client(HttpServletRequest request, Form form, Authority authority) {
    if (request.getHeader("Origin") != null) {
      throw AadSts.CROSS_ORIGIN.about();
    }
    return clients.of(request, form, authority);
  }
}
