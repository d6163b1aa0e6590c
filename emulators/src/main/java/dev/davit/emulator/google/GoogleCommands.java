package dev.davit.emulator.google;

import dev.davit.emulator.Faults;
import dev.davit.emulator.internal.Control;
import dev.davit.emulator.internal.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** What people can ask of an emulated Google, beside the faults of every emulator. */
final class GoogleCommands {
  private GoogleCommands() {}

  static Control control(World world) {
    Control control = new Control(world.faults(), world.requests());
    control.add("expire", "ends all access tokens", request -> world.tokens().expireAccess());
    control.add("account", "email=A adds one", request -> addAccount(world, request));
    control.add("revoke", "email=A takes back all it granted", request -> revoke(world, request));
    control.add("advance", "seconds=N lets time go by", request -> advance(world, request));
    control.add(
        "rotation",
        "mode=NONE, KEEPS_OLD or PUNISHES_REUSE",
        request -> world.tokens().rotation(Rotation.valueOf(Parameters.text(request, "mode"))));
    oauth(control, world.faults());
    return control;
  }

  private static void oauth(Control control, Faults faults) {
    control.add(
        "invalid-grant",
        "at the token endpoint, once",
        request -> faults.inject(GoogleFaults.invalidGrant()));
    control.add(
        "invalid-client",
        "at the token endpoint, once",
        request -> faults.inject(GoogleFaults.invalidClient()));
    control.add(
        "error-inside-ok",
        "error=E in a 200 of the token endpoint, once",
        request -> faults.inject(GoogleFaults.errorInsideOk(Parameters.text(request, "error"))));
    control.add(
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

  private static void advance(World world, HttpServletRequest request) {
    world.clock().advance(Duration.ofSeconds(Parameters.number(request, "seconds")));
  }
}
