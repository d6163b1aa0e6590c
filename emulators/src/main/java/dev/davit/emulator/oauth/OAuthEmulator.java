package dev.davit.emulator.oauth;

import dev.davit.emulator.Faults;
import dev.davit.emulator.Requests;
import dev.davit.emulator.internal.Parameters;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * A cloud on 127.0.0.1 that people connect by OAuth: all its hosts at one origin, with real state;
 * as long as it runs it keeps what it was told. Safe for use by several threads.
 *
 * @param <S> what the vendor tells its APIs
 */
public abstract class OAuthEmulator<S> implements AutoCloseable {
  private final Origin origin;
  private final List<EmulatedApi<S>> apis;

  /** Prepares one; it listens once {@link #open} was called. */
  protected OAuthEmulator(Setup<S, ?> setup) throws IOException {
    origin = new Origin(setup);
    apis = setup.apis();
    origin.command("clear", "takes all faults back", request -> clearFaults());
    origin.command("expire", "ends all access tokens", request -> expireAccessTokens());
    origin.command(
        "advance",
        "seconds=N lets time go by",
        request -> advance(Duration.ofSeconds(Parameters.number(request, "seconds"))));
    origin.command(
        "rotation",
        "mode=NONE, KEEPS_OLD or PUNISHES_REUSE",
        request -> rotation(Rotation.valueOf(Parameters.text(request, "mode"))));
  }

  /** Where it is served. */
  protected final Origin origin() {
    return origin;
  }

  /** Mounts the APIs, and listens. */
  protected final void open(S site) {
    apis.forEach(api -> api.mount(site));
    origin.listen();
  }

  /** Its origin, for all hosts of the vendor's; ends in a slash. */
  public final URI url() {
    return origin.url();
  }

  /** Ends all access tokens of now, as if their hour were over. */
  public abstract void expireAccessTokens();

  /** How many times a refresh token got an access token. */
  public abstract long refreshes();

  /** What becomes of refresh tokens that are used from now on; the vendor's way at first. */
  public abstract void rotation(Rotation rotation);

  /** Lets time go by, beside that which goes by itself. */
  public final void advance(Duration by) {
    origin.clock().advance(by);
  }

  /** Its time. */
  public final InstantSource clock() {
    return origin.clock();
  }

  /** What can be made to go wrong with the next requests. */
  public final Faults faults() {
    return origin.faults();
  }

  /** Takes back everything that was made to go wrong, in the APIs, too. */
  public final void clearFaults() {
    origin.faults().clear();
    apis.forEach(EmulatedApi::clearFaults);
  }

  /** What it was asked. */
  public final Requests requests() {
    return origin.requests();
  }

  /** Ends it; the folder stays, without content of files. Does nothing the second time. */
  @Override
  public final void close() {
    clearFaults();
    origin.close();
    apis.forEach(EmulatedApi::close);
  }
}
