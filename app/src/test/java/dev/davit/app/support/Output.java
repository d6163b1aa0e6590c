package dev.davit.app.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Collects what a stream says, line by line. */
final class Output {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Thread reader;

  Output(InputStream stream, Consumer<String> onLine) {
    reader = new Thread(() -> read(stream, onLine), "output");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream stream, Consumer<String> onLine) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line + "\n");
        onLine.accept(line);
      }
    } catch (IOException e) {
      lines.add(e + "\n");
    }
  }

  String text() {
    return String.join("", lines);
  }

  void awaitEnd() throws InterruptedException {
    reader.join(60_000);
  }
}
