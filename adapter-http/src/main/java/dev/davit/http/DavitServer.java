package dev.davit.http;

import dev.davit.Davit;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.RateLimiter;
import io.javalin.Javalin;

/** Davit as a server: the API, its description, and the page. Listens until it is closed. */
public final class DavitServer implements AutoCloseable {
  private final Javalin javalin;
  private final Watching watching;

  private DavitServer(Javalin javalin, Watching watching) {
    this.javalin = javalin;
    this.watching = watching;
  }

  /** Like {@link #start(Davit, HttpSettings, RateLimiter, Monitoring)}, watched by nobody. */
  public static DavitServer start(Davit davit, HttpSettings settings, RateLimiter limiter) {
    return start(davit, settings, limiter, Monitoring.none());
  }

  /**
   * Starts listening.
   *
   * @param davit what it serves; needs accounts, and stays open when the server is closed
   * @param limiter what counts the calls of each user and address
   * @param monitoring how it is watched
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} or {@link ErrorKind#INTEGRITY} if the
   *     server's own keys can't be read; {@link ErrorKind#MISCONFIGURED} if the port is taken or
   *     the address is not this machine's
   */
  public static DavitServer start(
      Davit davit, HttpSettings settings, RateLimiter limiter, Monitoring monitoring) {
    Watching watching = Watching.of(davit, monitoring);
    RouteTable table = RouteTable.of(davit, settings, limiter, watching);
    try {
      return new DavitServer(Web.of(settings, table, watching.observing()).start(), watching);
    } catch (RuntimeException e) {
      watching.close();
      String where = settings.host() + ":" + settings.port();
      throw new CloudException(
          ErrorKind.MISCONFIGURED,
          "Can't listen at "
              + where
              + ". Choose a port that is free and an address of this machine.",
          e);
    }
  }

  /**
   * Opens the server's own keys, as {@link #start} does, without listening; those that are not
   * there are made. Thus an operator learns that a keyset is the wrong one before anything is
   * sealed with it.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if the stores or the key that sealed them
   *     are out of reach; {@link ErrorKind#INTEGRITY} if they were altered
   */
  public static void openKeys(Davit davit) {
    ServerSecrets.of(davit);
  }

  /** The port it listens at. */
  public int port() {
    return javalin.port();
  }

  /**
   * Says that it is ready no more, goes on for as long as the {@linkplain Monitoring#drain drain}
   * lasts, then stops listening, after the requests under way or a few seconds.
   */
  @Override
  public void close() {
    watching.drain();
    javalin.stop();
    watching.close();
  }
}
