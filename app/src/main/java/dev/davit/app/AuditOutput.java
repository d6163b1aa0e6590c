package dev.davit.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where a command writes what it has of the audit log: whole, or not at all. */
final class AuditOutput {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Where to write it, never over another file; without it, to standard output.")
  @Nullable Path file;

  /**
   * Writes.
   *
   * @throws SettingsException if it can't be written to its end, or something is there already
   */
  void write(Consumer<PrintWriter> content) {
    try {
      if (file == null) {
        finish(command.commandLine().getOut(), content);
      } else {
        toFile(file, content);
      }
    } catch (IOException e) {
      throw new SettingsException(List.of("The file could not be written: " + e));
    }
  }

  private static void toFile(Path file, Consumer<PrintWriter> content) throws IOException {
    boolean whole = false;
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW))) {
      try {
        finish(out, content);
        whole = true;
      } finally {
        if (!whole) {
          Files.delete(file);
        }
      }
    }
  }

  private static void finish(PrintWriter out, Consumer<PrintWriter> content) throws IOException {
    content.accept(out);
    if (out.checkError()) {
      throw new IOException("there is no more room, or nobody reads it");
    }
  }
}
