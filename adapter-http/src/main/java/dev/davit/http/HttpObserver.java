package dev.davit.http;

import java.time.Duration;

/**
 * Is told what the server did; metrics hang here. Must return at once and must not throw. What it
 * is given comes from short, closed lists: never an address, an id or a name of anybody's.
 */
public interface HttpObserver {
  /** An observer that looks away. */
  HttpObserver NONE =
      new HttpObserver() {
        @Override
        public void entered() {}

        @Override
        public void left() {}

        @Override
        public void answered(String method, String route, int status, Duration took) {}

        @Override
        public void uploaded(long bytes) {}

        @Override
        public void downloaded(long bytes) {}
      };

  /** A request has come to its route, and is worked on from now on. */
  void entered();

  /** A request that {@link #entered} is worked on no more. */
  void left();

  /**
   * A request was answered, at its route or at none.
   *
   * @param method as HTTP has it, or {@code other}
   * @param route the path as the route table has it, with {@code {names}} for what varies; {@code
   *     none} where nothing answers to the path and method
   * @param status the HTTP status
   */
  void answered(String method, String route, int status, Duration took);

  /** A part of a file arrived. */
  void uploaded(long bytes);

  /** A part of a file was sent. */
  void downloaded(long bytes);
}
