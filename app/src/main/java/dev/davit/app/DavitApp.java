package dev.davit.app;

import dev.davit.Davit;
import dev.davit.http.DavitServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running server with everything behind it. */
public final class DavitApp implements AutoCloseable {
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);

  private final Settings settings;
  private final Wiring wiring;
  private final DavitServer server;

  private DavitApp(Settings settings, Wiring wiring, DavitServer server) {
    this.settings = settings;
    this.wiring = wiring;
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param settings by the names of the environment variables
   * @param file a file with settings, over which {@code settings} go; null for none
   * @throws SettingsException naming every fault of the settings
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#MISCONFIGURED} if the
   *     keyset is missing where rows exist, malformed or readable by others; {@link
   *     dev.davit.ports.ErrorKind#UNAVAILABLE} if the database or the port can't be had
   */
  public static DavitApp start(Map<String, String> settings, @Nullable Path file) {
    return start(SettingsLoader.load(settings, file, Map.of()));
  }

  static DavitApp start(Settings chosen) {
    Settings settings = chosen.withPort(FreePort.orChosen(chosen.host(), chosen.port()));
    Wiring wiring = new Wiring(settings, SWEEP_EVERY);
    try {
      return new DavitApp(settings, wiring, wiring.server());
    } catch (RuntimeException e) {
      wiring.close();
      throw e;
    }
  }

  /** The port on which it listens. */
  public int port() {
    return server.port();
  }

  /** The use cases behind it. */
  public Davit davit() {
    return wiring.davit();
  }

  /**
   * What an operator should know now: where it is, what is not configured, which settings would.
   */
  String report() {
    return StartReport.of(settings);
  }

  /** Stops listening, waits for what is under way, and closes everything. */
  @Override
  public void close() {
    server.close();
    wiring.close();
  }
}
