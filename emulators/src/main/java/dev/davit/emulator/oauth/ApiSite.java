package dev.davit.emulator.oauth;

import dev.davit.emulator.Faults;
import dev.davit.emulator.Requests;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Where an API is mounted, and what it needs to know whoever the vendor is. */
public abstract class ApiSite {
  private final Origin origin;

  /** At this origin. */
  protected ApiSite(Origin origin) {
    this.origin = origin;
  }

  /** Serves these patterns, such as {@code /drive/v3/*}; one servlet of each class. */
  public final void serve(HttpServlet servlet, String... patterns) {
    origin.serve(servlet, patterns);
  }

  /** Adds a command for people: {@code POST /emulator/NAME}. */
  public final void command(String name, String help, Consumer<HttpServletRequest> action) {
    origin.command(name, help, action);
  }

  /** A folder for what is too large for memory. */
  public final Path folder() {
    return origin.folder();
  }

  /** The emulator's time. */
  public final InstantSource clock() {
    return origin.clock();
  }

  /** What is made to go wrong. */
  public final Faults faults() {
    return origin.faults();
  }

  /** What was asked. */
  public final Requests requests() {
    return origin.requests();
  }
}
