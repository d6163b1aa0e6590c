package dev.davit.http;

import dev.davit.ports.RateLimiter.Limit;
import java.time.Duration;

/**
 * What the server bears before it says no.
 *
 * @param maxUpload the most bytes that one file may have
 * @param maxMultipart the most bytes of a multipart upload, which waits on disk
 * @param maxJson the most bytes of any other body
 * @param maxHeaders the most bytes of a request's first line and headers
 * @param maxConcurrent how many requests are worked on at once
 * @param maxConcurrentPerCaller how many of them for one user, or for one address where nobody is
 *     signed in
 * @param perUser how often a user may call
 * @param perAddress how often an address may call
 * @param idle how long a connection may be silent
 * @param bodyDeadline how long a JSON body may take to arrive
 * @param patience how long a client may keep us waiting in all, within one file, before its rate
 *     counts
 * @param leastRate how many bytes a second a client must then have sent or taken on average
 */
public record HttpLimits(
    long maxUpload,
    long maxMultipart,
    int maxJson,
    int maxHeaders,
    int maxConcurrent,
    int maxConcurrentPerCaller,
    Limit perUser,
    Limit perAddress,
    Duration idle,
    Duration bodyDeadline,
    Duration patience,
    long leastRate) {

  private static final long MIB = 1024L * 1024;

  /** Files up to 10 GiB, 160 requests at once, 1,000 a minute for each user. */
  public static HttpLimits defaults() {
    return new HttpLimits(
        10 * 1024 * MIB,
        64 * MIB,
        64 * 1024,
        24 * 1024,
        160,
        32,
        new Limit(1000, Duration.ofMinutes(1)),
        new Limit(3000, Duration.ofMinutes(1)),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        256);
  }

  /** With other bounds on files: streamed ones, and those that wait on disk. */
  public HttpLimits withUploads(long max, long multipart) {
    return new HttpLimits(
        max,
        multipart,
        maxJson,
        maxHeaders,
        maxConcurrent,
        maxConcurrentPerCaller,
        perUser,
        perAddress,
        idle,
        bodyDeadline,
        patience,
        leastRate);
  }

  /** With other bounds on what is worked on at once: in all, and for one caller. */
  public HttpLimits withConcurrency(int all, int perCaller) {
    return new HttpLimits(
        maxUpload,
        maxMultipart,
        maxJson,
        maxHeaders,
        all,
        perCaller,
        perUser,
        perAddress,
        idle,
        bodyDeadline,
        patience,
        leastRate);
  }

  /** With other rates. */
  public HttpLimits withRates(Limit user, Limit address) {
    return new HttpLimits(
        maxUpload,
        maxMultipart,
        maxJson,
        maxHeaders,
        maxConcurrent,
        maxConcurrentPerCaller,
        user,
        address,
        idle,
        bodyDeadline,
        patience,
        leastRate);
  }

  /** With other patience: for silence, for JSON bodies, and for slowness below a rate. */
  public HttpLimits withPatience(
      Duration silence, Duration json, Duration slowness, long bytesPerSecond) {
    return new HttpLimits(
        maxUpload,
        maxMultipart,
        maxJson,
        maxHeaders,
        maxConcurrent,
        maxConcurrentPerCaller,
        perUser,
        perAddress,
        silence,
        json,
        slowness,
        bytesPerSecond);
  }
}
