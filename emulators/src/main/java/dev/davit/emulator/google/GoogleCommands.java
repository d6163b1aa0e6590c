package dev.davit.emulator.google;

import dev.davit.emulator.internal.Control;

/** What people can ask of an emulated Google, beside the faults of every emulator. */
final class GoogleCommands {
  private GoogleCommands() {}

  static Control control(World world) {
    Control control = new Control(world.faults(), world.requests());
    control.add("expire", "ends all access tokens", request -> world.tokens().expireAccess());
    return control;
  }
}
