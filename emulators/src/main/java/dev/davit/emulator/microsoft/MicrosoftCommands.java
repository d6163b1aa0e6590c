package dev.davit.emulator.microsoft;

import dev.davit.emulator.Faults;
import dev.davit.emulator.internal.Parameters;
import dev.davit.emulator.oauth.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;

/** What people can ask of an emulated Microsoft, beside what every emulator has. */
final class MicrosoftCommands {
  private MicrosoftCommands() {}

  static void add(MicrosoftEmulator microsoft, World world, Origin origin) {
    origin.command(
        "tenant", "domain=D adds one", request -> microsoft.addTenant(text(request, "domain")));
    origin.command(
        "account",
        "email=A adds a personal one, or with domain=D one of that tenant",
        request -> account(microsoft, world, request));
    origin.command(
        "revoke",
        "email=A takes back all it granted",
        request -> microsoft.revoke(world.accounts().byEmail(text(request, "email"))));
    origin.command(
        "withdraw-consent",
        "email=A takes back the consents, and leaves the tokens",
        request -> microsoft.withdrawConsent(world.accounts().byEmail(text(request, "email"))));
    faults(origin, origin.faults());
  }

  private static void faults(Origin origin, Faults faults) {
    for (AadSts what : AadSts.values()) {
      origin.command(
          "token-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          what.error() + " (AADSTS" + what.number() + ") at the token endpoint, once",
          request -> faults.inject(MicrosoftFaults.token(what)));
    }
    origin.command(
        "token-error-inside-ok",
        "error=NAME, one of AadSts, in a 200 of the token endpoint, once",
        request ->
            faults.inject(MicrosoftFaults.errorInsideOk(AadSts.valueOf(text(request, "error")))));
    origin.command(
        "token-throttled",
        "seconds=N 429 of the token endpoint, once",
        request ->
            faults.inject(
                MicrosoftFaults.throttled(
                    Duration.ofSeconds(Parameters.number(request, "seconds")))));
    origin.command(
        "invalid-token",
        "401 of Graph, once",
        request -> faults.inject(MicrosoftFaults.invalidToken()));
  }

  private static void account(
      MicrosoftEmulator microsoft, World world, HttpServletRequest request) {
    if (request.getParameter("domain") == null) {
      microsoft.addAccount(text(request, "email"));
    } else {
      microsoft.addAccount(
          text(request, "email"), world.tenants().byDomain(text(request, "domain")));
    }
  }

  private static String text(HttpServletRequest request, String name) {
    return Parameters.text(request, name);
  }
}
