package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running {@link HostileHeap}, whose heap is smaller than what it may grow by. */
final class HostileFork {
  private static final long MIB = 1024 * 1024;
  private static final long MOST_GROWTH = 32 * MIB;
  private static final long ANSWER_SECONDS = 120;

  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter tasks;
  private final long baseline;

  /** Starts one, and takes what its heap holds after a task of the ordinary kind as a baseline. */
  HostileFork(Path errors, String honest) throws Exception {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:MaxDirectMemorySize=4m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                HostileHeap.class.getName())
            .redirectError(errors.toFile())
            .start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    tasks = process.outputWriter(StandardCharsets.UTF_8);
    baseline = Long.parseLong(ask("list", 1_000_000, 60_000, honest).get(2));
  }

  /** Does a task, and says how it ended. */
  String end(String what, long listingBytes, long deadlineMillis, String url) throws Exception {
    List<String> answer = ask(what, listingBytes, deadlineMillis, url);
    long growth = Long.parseLong(answer.get(1)) - baseline;
    long left = Long.parseLong(answer.get(2)) - baseline;
    System.out.printf(
        "%s: %s, heap %.1f MiB + at most %.1f MiB, of which %.1f MiB stayed%n",
        what, answer.get(0), mib(baseline), mib(growth), mib(left));
    assertThat(growth).isLessThan(MOST_GROWTH);
    return answer.get(0);
  }

  private static double mib(long bytes) {
    return bytes / (double) MIB;
  }

  private List<String> ask(String what, long listingBytes, long deadlineMillis, String url)
      throws Exception {
    String task = "%s %d %d %s%n".formatted(what, listingBytes, deadlineMillis, url);
    tasks.write(task);
    tasks.flush();
    String answer = CompletableFuture.supplyAsync(this::line).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    List<String> parts = List.of(answer.split("\t", -1));
    assertThat(parts).as("the process has ended, perhaps out of memory").hasSize(3);
    return parts;
  }

  private String line() {
    try {
      String line = answers.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }
}
