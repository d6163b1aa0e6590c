package dev.davit.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** The command line as an operator has it, and what it said last. */
final class CommandRun {
  private final StringWriter said = new StringWriter();

  /** Runs a command and answers its exit code. */
  int run(String... arguments) {
    said.getBuffer().setLength(0);
    CommandLine commands = Main.commandLine();
    commands.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    return commands.execute(arguments);
  }

  /** What the last one said. */
  String said() {
    return said.toString();
  }
}
