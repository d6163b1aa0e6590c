package dev.davit.emulator.microsoft;

import dev.davit.emulator.internal.Parameters;
import dev.davit.emulator.oauth.Origin;
import jakarta.servlet.http.HttpServletRequest;

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
