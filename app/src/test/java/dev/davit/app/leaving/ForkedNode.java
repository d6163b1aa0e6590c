package dev.davit.app.leaving;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link NodeMain} in a process of its own. */
final class ForkedNode implements AutoCloseable {
  private final String name;
  private final Process process;
  private final BufferedReader out;
  private final Thread hook;

  private ForkedNode(String name, Process process) {
    this.name = name;
    this.process = process;
    hook = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** One that waits to be told to {@link #begin}; the parameters are those of {@link NodeMain}. */
  static ForkedNode start(Site site, String name, int lastStep, String owner) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(NodeMain.class.getName(), name, Integer.toString(lastStep), owner));
    command.addAll(site.toArguments());
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      return new ForkedNode(name, builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  /** Lets it begin, and returns when it looks for jobs. */
  void begin() {
    tell();
    awaitLine("ready");
  }

  /** Lets it begin. */
  void tell() {
    try {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitLine(String expected) {
    try {
      String line = out.readLine();
      while (line != null && !line.equals(expected)) {
        line = out.readLine();
      }
      if (line == null) {
        throw new AssertionError("a node has ended before it was " + expected);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last that it says before it ends. */
  String lastWords() {
    String last = "";
    for (String line : out.lines().toList()) {
      last = line;
    }
    return last;
  }

  /** Ends it at once, as {@code kill -9} does, and returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
