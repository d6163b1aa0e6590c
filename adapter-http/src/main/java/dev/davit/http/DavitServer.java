package dev.davit.http;

import dev.davit.Davit;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
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
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} or {@link ErrorKind#INTEGRITY} if the
   *     server's own keys can't be read; {@link ErrorKind#MISCONFIGURED} if the port is taken or
   *     the address is not this machine's
   */
  public static DavitServer start(Davit davit, HttpSettings settings, RateLimiter limiter) {
    RouteTable table = RouteTable.of(davit, settings, limiter);
    try {
      return new DavitServer(Web.of(settings, table).start());
    } catch (RuntimeException e) {
      String where = settings.host() + ":" + settings.port();
      throw new CloudException(
          ErrorKind.MISCONFIGURED,
          "Can't listen at "
              + where
              + ". Choose a port that is free and an address of this machine.",
          e);
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
