package dev.davit.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything that is needed to see Davit at work, and says what to open and to type. */
@Command(
    name = "demo",
    description = "See Davit at work: a server, a cloud of its own and a user, all temporary.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port to listen on (${DEFAULT-VALUE}; 0 for any).")
  int port;

  @Override
  public Integer call() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    Demo demo = Demo.start(port, Path.of(System.getProperty("java.io.tmpdir")));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  demo.close();
                  stopped.countDown();
                },
                "demo-stop"));
    spec.commandLine().getOut().print(demo.instructions());
    spec.commandLine().getOut().flush();
    stopped.await();
    return 0;
  }
}
