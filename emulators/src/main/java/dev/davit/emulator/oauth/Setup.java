package dev.davit.emulator.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * An emulator that is not started yet, and what is different from the usual.
 *
 * @param <S> what the vendor tells its APIs
 * @param <E> the emulator
 */
public final class Setup<S, E> {
  /** Makes an emulator that listens. */
  @FunctionalInterface
  public interface Maker<S, E> {
    /** Does it. */
    E make(Setup<S, E> setup) throws IOException;
  }

  private final Path dir;
  private final Maker<S, E> maker;
  private final List<EmulatedApi<S>> apis = new ArrayList<>();
  private InstantSource clock = Clock.systemUTC();
  private int port;

  /**
   * The usual.
   *
   * @param dir a folder of its own, made when it is not there
   */
  public Setup(Path dir, Maker<S, E> maker) {
    this.dir = dir;
    this.maker = maker;
  }

  /** Tells it the time. */
  public Setup<S, E> clock(InstantSource newClock) {
    clock = newClock;
    return this;
  }

  /** Where it listens; 0, the usual, for any that is free. */
  public Setup<S, E> port(int newPort) {
    port = newPort;
    return this;
  }

  /** Serves an API, too. */
  public Setup<S, E> with(EmulatedApi<S> api) {
    apis.add(api);
    return this;
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException when the port is taken
   */
  public E start() {
    try {
      return maker.make(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path dir() {
    return dir;
  }

  InstantSource clock() {
    return clock;
  }

  int port() {
    return port;
  }

  List<EmulatedApi<S>> apis() {
    return List.copyOf(apis);
  }
}
