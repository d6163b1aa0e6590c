package dev.davit.app;

import dev.davit.persistence.vault.KeysetInfo;
import dev.davit.persistence.vault.TinkVault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a file is a keyset that a server would start with, and which keys it has. */
@Command(
    name = "check",
    description = "Say whether a server would start with this keyset, and which keys are in it.",
    mixinStandardHelpOptions = true)
final class KeysCheckCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The keyset.")
  Path file;

  @Override
  public Integer call() {
    Path keyset = file.toAbsolutePath().normalize();
    KeysetInfo info = TinkVault.openOrCreate(keyset, true).info();
    PrintWriter out = spec.commandLine().getOut();
    out.println(keyset + " is a keyset that only its owner can read.");
    out.println("  seals with  " + info.primary());
    out.println(
        "  opens with  "
            + info.ids().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    out.flush();
    return 0;
  }
}
