package dev.davit.http;

import dev.davit.Davit;
import dev.davit.ports.RateLimiter;
import io.javalin.Javalin;

/** Davit as a server: the API, its description, and the page. Listens until it is closed. */
public final class DavitServer implements AutoCloseable {
  private final Javalin javalin;

  private DavitServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts listening.
   *
   * @param davit what it serves; needs accounts, and stays open when the server is closed
   * @param limiter what counts the calls of each user and address
   * @throws dev.davit.ports.CloudException {@code UNAVAILABLE} or {@code INTEGRITY} if the server's
   *     own keys can't be read
   * @throws IllegalStateException if the port is taken
   */
  public static DavitServer start(Davit davit, HttpSettings settings, RateLimiter limiter) {
    RouteTable table = RouteTable.of(davit, settings, limiter);
    try {
      return new DavitServer(Web.of(settings, table).start());
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "Can't listen at " + settings.host() + ":" + settings.port() + ".", e);
    }
  }

  /** The port it listens at. */
  public int port() {
    return javalin.port();
  }

  /** Stops listening, after the requests under way or a few seconds. */
  @Override
  public void close() {
    javalin.stop();
  }
}
