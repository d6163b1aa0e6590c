package dev.davit.persistence.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs one of the programs here and prints lines. */
final class Forked implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  private Forked(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  static Forked run(Class<?> program, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    return new Forked(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The next line; null once the program has ended. */
  @org.jspecify.annotations.Nullable
  String line() throws IOException {
    return lines.readLine();
  }

  void say(String line) throws IOException {
    process.outputWriter().write(line + "\n");
    process.outputWriter().flush();
  }

  /** Ends it as {@code kill -9} does, and answers what it had printed by then. */
  List<String> kill() throws IOException, InterruptedException {
    process.toHandle().destroyForcibly(); // unlike the process itself, leaves its output readable
    List<String> rest = lines.lines().toList();
    process.waitFor(30, TimeUnit.SECONDS);
    return rest;
  }

  int exit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the program did not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
