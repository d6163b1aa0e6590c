package dev.davit.app;

import dev.davit.AuditVerdict;
import dev.davit.Checkpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether the audit log, or an export of it, is as it was written. */
@Command(
    name = "verify",
    description = "Say whether the audit log is as it was written, or where it first is not.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:it is", "1:it is not", "2:it could not be looked at"})
final class AuditVerifyCommand implements Callable<Integer> {
  private static final long TOLD_EVERY = 100_000;

  @Mixin SettingsOptions settings;

  @Spec CommandSpec spec;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint that was kept: without one, a cut tail can't be seen.")
  @Nullable Path checkpoint;

  @Option(
      names = "--file",
      paramLabel = "EXPORT",
      description = "Look at this export instead; no database is needed.")
  @Nullable Path export;

  @Override
  public Integer call() {
    try {
      return say();
    } catch (IOException | UncheckedIOException e) {
      throw new SettingsException(List.of("A file could not be read: " + e.getMessage()));
    }
  }

  private int say() throws IOException {
    Checkpoint trusted = trusted();
    if (export == null) {
      return say(ofDatabase(trusted), AuditBasis.ofLog(trusted));
    }
    AuditFile.Verified found = AuditFile.verify(export, trusted, this::tell);
    Checkpoint end = found.end();
    return say(found.verdict(), end == null ? "" : AuditBasis.ofExport(end, trusted));
  }

  private int say(AuditVerdict verdict, String basis) {
    PrintWriter out = spec.commandLine().getOut();
    if (verdict.whole()) {
      out.println("The audit log is as it was written: " + counted(verdict.entries()) + ".");
      out.println(basis);
    } else {
      out.println(
          "The audit log is NOT as it was written, from entry "
              + verdict.firstBad()
              + " on. "
              + verdict.problem());
    }
    out.flush();
    return verdict.whole() ? 0 : 1;
  }

  private static String counted(long entries) {
    return entries == 1 ? "1 entry" : entries + " entries";
  }

  private AuditVerdict ofDatabase(@Nullable Checkpoint trusted) {
    try (Wiring wiring = new Wiring(settings.load(Map.of()), Duration.ZERO)) {
      return wiring.davit().audit().verify(trusted, this::tell);
    }
  }

  private @Nullable Checkpoint trusted() throws IOException {
    return checkpoint == null ? null : Checkpoint.parse(Files.readString(checkpoint));
  }

  private void tell(long entries) {
    if (entries % TOLD_EVERY == 0) {
      spec.commandLine().getErr().println(entries + " entries …");
    }
  }
}
