package dev.davit.app;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(
    name = "serve",
    description = "Run the server. Works without any configuration.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin SettingsOptions settings;

  @Spec CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on (DAVIT_PORT; 8080).")
  @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to listen on (DAVIT_HOST; 127.0.0.1).")
  @Nullable String host;

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    DavitApp app = DavitApp.start(settings.load(flags()));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  app.close();
                  stopped.countDown();
                },
                "davit-stop"));
    spec.commandLine().getOut().print(app.report());
    spec.commandLine().getOut().flush();
    stopped.await();
    return 0;
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new HashMap<>();
    if (port != null) {
      flags.put("DAVIT_PORT", port.toString());
    }
    if (host != null) {
      flags.put("DAVIT_HOST", host);
    }
    return flags;
  }
}
