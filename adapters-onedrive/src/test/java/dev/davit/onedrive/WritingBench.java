package dev.davit.onedrive;

import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftEmulator;
import dev.davit.emulator.microsoft.graph.GraphEmulator;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Somebody new writes to an emulated OneDrive in each test; what goes wrong is mended after. */
abstract class WritingBench {
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  @TempDir static Path folder;
  static GraphEmulator graph;
  static MicrosoftEmulator microsoft;
  Writer ada;

  @BeforeAll
  static void start() {
    graph = new GraphEmulator();
    microsoft = MicrosoftEmulator.at(folder).with(graph).start();
  }

  @AfterAll
  static void stop() {
    microsoft.close();
  }

  static MicrosoftAccount somebody() {
    return microsoft.addAccount("user" + ACCOUNTS.incrementAndGet() + "@example.org");
  }

  static Writer writer(MicrosoftAccount account) {
    return Writer.by(microsoft, graph, account, microsoft.url());
  }

  @BeforeEach
  void begin() {
    ada = writer(somebody());
    ada.names();
    graph.endUploads(404);
    microsoft.requests().clear();
  }

  @AfterEach
  void end() {
    microsoft.clearFaults();
    ada.close();
  }
}
