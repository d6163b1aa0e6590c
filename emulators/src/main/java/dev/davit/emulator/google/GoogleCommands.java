package dev.davit.emulator.google;

import dev.davit.emulator.Faults;
import dev.davit.emulator.internal.Parameters;
import dev.davit.emulator.oauth.Origin;
import jakarta.servlet.http.HttpServletRequest;

/** What people can ask of an emulated Google, beside what every emulator has. */
final class GoogleCommands {
  private GoogleCommands() {}

  static void add(World world, Origin origin) {
    origin.command("account", "email=A adds one", request -> addAccount(world, request));
    origin.command(
        "revoke", "email=A takes back all it granted", request -> revoke(world, request));
    oauth(origin, origin.faults());
  }

  private static void oauth(Origin origin, Faults faults) {
    origin.command(
        "invalid-grant",
        "at the token endpoint, once",
        request -> faults.inject(GoogleFaults.invalidGrant()));
    origin.command(
        "invalid-client",
        "at the token endpoint, once",
        request -> faults.inject(GoogleFaults.invalidClient()));
    origin.command(
        "error-inside-ok",
        "error=E in a 200 of the token endpoint, once",
        request -> faults.inject(GoogleFaults.errorInsideOk(Parameters.text(request, "error"))));
    origin.command(
        "invalid-credentials",
        "401 of Drive, once",
        request -> faults.inject(GoogleFaults.invalidCredentials()));
  }

  private static void addAccount(World world, HttpServletRequest request) {
    world.accounts().add(Parameters.text(request, "email"));
  }

  private static void revoke(World world, HttpServletRequest request) {
    world.revoke(world.accounts().byEmail(Parameters.text(request, "email")));
  }
}
