package dev.davit.app;

import dev.davit.persistence.vault.TinkVault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a keyset. */
@Command(
    name = "create",
    description = "Make a keyset for several nodes; never over another file.",
    mixinStandardHelpOptions = true)
final class KeysCreateCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Where to make it, readable by its owner only.")
  Path file;

  @Override
  public Integer call() {
    Path keyset = file.toAbsolutePath().normalize();
    long key = TinkVault.create(keyset).info().primary();
    PrintWriter out = spec.commandLine().getOut();
    out.println("Made " + keyset + " with the key " + key + ".");
    out.println("Next:");
    out.println(
        "  1. Copy it to each node, readable by the user that Davit runs as and nobody else");
    out.println("     (chmod 600), and name it there: DAVIT_KEYSET_FILE. All nodes need the same.");
    out.println(
        "  2. Put a copy away, apart from the database's backups: together they open every");
    out.println("     credential, and without it none can ever be opened again.");
    out.flush();
    return 0;
  }
}
