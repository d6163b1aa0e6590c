package dev.davit.emulator.microsoft;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is granted, and whether the user is asked (permissions-consent-overview, "Consent"). */
final class Decisions {
  /** As personal accounts say no: without a number (seen). */
  private static final Map<String, String> DENIED =
      Map.of(
          "error",
          "access_denied",
          "error_description",
          "The user has denied access to the scope requested by the client application.");

  private final World world;

  Decisions(World world) {
    this.world = world;
  }

  /** Whether the user is asked: with {@code prompt=consent}, or for what is new. */
  boolean asksFor(AuthorizeRequest request, MicrosoftAccount account) {
    return request.prompts("consent") || !consented(request, account);
  }

  private boolean consented(AuthorizeRequest request, MicrosoftAccount account) {
    Set<String> before = world.consents().of(account, request.client());
    return before.containsAll(request.asked().names());
  }

  /** Whether only an administrator may say yes, and none has. */
  boolean needsAdmin(AuthorizeRequest request, MicrosoftAccount account) {
    boolean restricted = request.client().adminConsent() || request.asked().has(Scopes.ADMIN_ONLY);
    return !account.isPersonal() && restricted && !consented(request, account);
  }

  /** The user said yes, now or before: the browser takes a code back. */
  void accept(AuthorizeRequest request, MicrosoftAccount account, HttpServletResponse response)
      throws IOException {
    if (needsAdmin(request, account)) {
      throw new OnPage(AadSts.ADMIN_CONSENT.about(request.client().id()));
    }
    world.consents().give(account, request.client(), request.asked().names());
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("code", world.codes().give(request, account).word());
    if (request.clientInfo()) {
      answer.put("client_info", ClientInfo.of(account));
    }
    if (!account.isPersonal()) {
      answer.put("session_state", Guids.of(account.oid() + request.client().id()));
    }
    request.back().send(answer, response);
  }

  /** The user said no, or may not say yes. */
  void decline(
      AuthorizeRequest request, Optional<MicrosoftAccount> account, HttpServletResponse response)
      throws IOException {
    if (account.filter(MicrosoftAccount::isPersonal).isPresent()) {
      request.back().send(DENIED, response);
      return;
    }
    boolean admin = account.filter(who -> needsAdmin(request, who)).isPresent();
    StsError why =
        admin ? AadSts.ADMIN_CONSENT.about(request.client().id()) : AadSts.DECLINED.about();
    request.back().send(why.parameters(world.clock().instant()), response);
  }
}
