package dev.davit.http;

import dev.davit.ports.RateLimiter.Limit;
import java.time.Duration;

/**
 * What the server bears before it says no.
 *
 * @param sizes of requests and their parts
 * @param atOnce of what is worked on at the same time
 * @param rates of calls
 * @param patience with clients that are slow or silent
 */
public record HttpLimits(Sizes sizes, AtOnce atOnce, Rates rates, Patience patience) {
  private static final long MIB = 1024L * 1024;

  /**
   * The most bytes of something.
   *
   * @param upload of one file
   * @param multipart of a multipart upload, which waits on disk
   * @param json of any other body
   * @param headers of a request's first line and headers
   */
  public record Sizes(long upload, long multipart, int json, int headers) {}

  /**
   * How many requests are worked on at once.
   *
   * @param all in all
   * @param perCaller for one user, or for one address where nobody is signed in
   */
  public record AtOnce(int all, int perCaller) {}

  /**
   * How often one may call.
   *
   * @param user a user
   * @param address an address
   */
  public record Rates(Limit user, Limit address) {}

  /**
   * How long clients are waited for.
   *
   * @param silence how long a connection may be silent
   * @param json how long a JSON body may take to arrive
   * @param slowness how long a client may keep us waiting in all, within one file, before its rate
   *     counts
   * @param leastRate how many bytes a second a client must then have sent or taken on average
   */
  public record Patience(Duration silence, Duration json, Duration slowness, long leastRate) {}

  /** Files up to 10 GiB, 160 requests at once, 1,000 a minute for each user. */
  public static HttpLimits defaults() {
    return new HttpLimits(
        new Sizes(10 * 1024 * MIB, 64 * MIB, 64 * 1024, 24 * 1024),
        new AtOnce(160, 32),
        new Rates(new Limit(1000, Duration.ofMinutes(1)), new Limit(3000, Duration.ofMinutes(1))),
        new Patience(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(30), 256));
  }

  /** With other bounds on files: streamed ones, and those that wait on disk. */
  public HttpLimits withUploads(long max, long multipart) {
    return new HttpLimits(
        new Sizes(max, multipart, sizes.json(), sizes.headers()), atOnce, rates, patience);
  }

  /** With other bounds on what is worked on at once: in all, and for one caller. */
  public HttpLimits withConcurrency(int all, int perCaller) {
    return new HttpLimits(sizes, new AtOnce(all, perCaller), rates, patience);
  }

  /** With other rates. */
  public HttpLimits withRates(Limit user, Limit address) {
    return new HttpLimits(sizes, atOnce, new Rates(user, address), patience);
  }

  /** With other patience: for silence, for JSON bodies, and for slowness below a rate. */
  public HttpLimits withPatience(
      Duration silence, Duration json, Duration slowness, long bytesPerSecond) {
    return new HttpLimits(
        sizes, atOnce, rates, new Patience(silence, json, slowness, bytesPerSecond));
  }
}
