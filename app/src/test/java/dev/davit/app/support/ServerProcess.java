package dev.davit.app.support;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Davit's command line in a process of its own, as an operator runs it. */
public final class ServerProcess implements AutoCloseable {
  private static final int SECONDS = 60;
  private static final Pattern NODE = Pattern.compile("^  node .*:(\\d+) \\(process \\d+\\)$");

  private final Process process;
  private final Output out;
  private final Output err;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final CompletableFuture<Void> ended;
  private final Thread hook;

  private ServerProcess(Process process) {
    this.process = process;
    this.hook = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
    this.out = new Output(process.getInputStream(), this::look);
    this.err = new Output(process.getErrorStream(), line -> {});
    this.ended = process.onExit().thenAccept(this::tellEnd);
  }

  private void tellEnd(Process process) {
    try {
      out.awaitEnd();
      err.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String message = "ended with " + process.exitValue() + "\n" + output();
    port.completeExceptionally(new AssertionError(message));
  }

  private void look(String line) {
    Matcher node = NODE.matcher(line);
    if (node.find()) {
      port.complete(Integer.valueOf(node.group(1)));
    }
  }

  /**
   * Starts the command line.
   *
   * @param jvm arguments of the virtual machine
   * @param folder in which it is started
   * @param environment on top of ours, of which no setting of Davit's is passed on
   * @param input what it reads on standard input
   */
  public static ServerProcess run(
      List<String> jvm,
      Path folder,
      Map<String, String> environment,
      String input,
      String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(jvm);
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-cp", classPath(), "dev.davit.app.Main"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DAVIT_"));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      ServerProcess server = new ServerProcess(process);
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ours without the tests: what the server has when nobody tests it. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The port on which it listens, once it does. */
  public int port() {
    try {
      return port.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("the server did not start", e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("not ready within " + SECONDS + " s\n" + output(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A client of it, once it listens. */
  public Client client() {
    return Client.of(port());
  }

  /** Whether it has not ended; it may be paused. */
  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** The exit code, once it has ended by itself. */
  public int exitCode() {
    awaitEnd();
    return process.exitValue();
  }

  /** What it has printed on standard output. */
  public String out() {
    return out.text();
  }

  /** What it has printed on standard error. */
  public String err() {
    return err.text();
  }

  /** All that it has printed. */
  public String output() {
    return out() + err();
  }

  /** Ends it at once, as {@code kill -9} does, and returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to end, as {@code kill} does, and answers the exit code. */
  public int stop() {
    process.destroy();
    return exitCode();
  }

  /** Stops it where it is, as SIGSTOP does. */
  public void pause() {
    signal("STOP");
  }

  /** Lets it go on. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      String pid = Long.toString(pid());
      int exit = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new AssertionError("kill -" + name + " failed with " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("still running after " + SECONDS + " s\n" + output());
      }
      ended.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("its output did not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    awaitEnd();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
