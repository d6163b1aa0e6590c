package dev.davit.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the emulated clouds until it is told to stop. */
@Command(
    name = "emulators",
    description =
        "Run emulated clouds (Nextcloud, Google, Microsoft) with faults on demand, to try a server against.",
    mixinStandardHelpOptions = true)
final class EmulatorsCommand implements Callable<Integer> {
  /** The exit code for what can't be done. */
  private static final int MISUSE = 2;

  @Spec CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8090",
      description =
          "First port to listen on, the next two are used, too (${DEFAULT-VALUE}; 0 for any).")
  int port;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      run(Emulators.start(port, Path.of(System.getProperty("java.io.tmpdir"))));
      return 0;
    } catch (IllegalStateException e) {
      spec.commandLine().getErr().println("davit: " + e.getMessage());
      return MISUSE;
    }
  }

  private void run(Emulators emulators) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  emulators.close();
                  stopped.countDown();
                },
                "emulators-stop"));
    spec.commandLine().getOut().print(emulators.instructions());
    spec.commandLine().getOut().flush();
    stopped.await();
  }
}
