package dev.davit.app;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Signs what the audit log is now. */
@Command(
    name = "checkpoint",
    description = "Sign what the audit log is now; keep it where the server can't reach it.",
    mixinStandardHelpOptions = true)
final class AuditCheckpointCommand implements Callable<Integer> {
  @Mixin SettingsOptions settings;

  @Mixin AuditOutput output;

  @Override
  public Integer call() {
    try (Wiring wiring = new Wiring(settings.load(Map.of()), Duration.ZERO)) {
      String line = wiring.davit().audit().checkpoint().toText();
      output.write(out -> out.println(line));
    }
    return 0;
  }
}
