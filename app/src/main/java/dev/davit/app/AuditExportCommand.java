package dev.davit.app;

import dev.davit.Audit;
import dev.davit.Checkpoint;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the audit log to a file. */
@Command(
    name = "export",
    description = "Write the audit log as JSON lines, the last of them a signed checkpoint.",
    mixinStandardHelpOptions = true)
final class AuditExportCommand implements Callable<Integer> {
  @Mixin SettingsOptions settings;

  @Mixin AuditOutput output;

  @Override
  public Integer call() {
    try (Wiring wiring = new Wiring(settings.load(Map.of()), Duration.ZERO)) {
      Audit audit = wiring.davit().audit();
      output.write(out -> write(audit, out));
    }
    return 0;
  }

  private static void write(Audit audit, PrintWriter out) {
    Checkpoint end = audit.export(entry -> out.println(AuditLine.of(entry)));
    out.println(AuditLine.of(end));
  }
}
