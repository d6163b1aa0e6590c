package dev.davit.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that goes wrong with the next requests that fit. Made by one of the factories for the
 * very next request of any kind; {@link #on}, {@link #at} and {@link #times} narrow and repeat it.
 */
public final class Fault {
  /** How it goes wrong. */
  public enum Kind {
    /** Another answer than the server's; the request is not done. */
    ANSWER,
    /** The connection is closed without an answer; the request is not done. */
    DROPPED,
    /** The connection is closed without an answer; the request is done all the same. */
    LOST,
    /** The connection is closed after some bytes of the answer's body. */
    TRUNCATED,
    /** The answer waits. */
    SLOW,
    /** The answer's body comes byte by byte. */
    DRIPPING
  }

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY_REQUESTS = 429;

  private final Kind kind;
  private final int status;
  private final Map<String, String> headers;
  private final String body;
  private final long amount;
  private final String method;
  private final String path;
  private final int times;

  private Fault(Kind kind, int status, Map<String, String> headers, String body, long amount) {
    this(kind, status, headers, body, amount, "", "", 1);
  }

  private Fault(
      Kind kind,
      int status,
      Map<String, String> headers,
      String body,
      long amount,
      String method,
      String path,
      int times) {
    this.kind = kind;
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
    this.amount = amount;
    this.method = method;
    this.path = path;
    this.times = times;
  }

  /** This status with an empty body: 5xx storms, 403, 404, 409, 412, 423 and the like. */
  public static Fault status(int status) {
    return new Fault(Kind.ANSWER, status, Map.of(), "", 0);
  }

  /** This status, with a body. */
  public static Fault answer(int status, String contentType, String body) {
    return new Fault(Kind.ANSWER, status, Map.of("Content-Type", contentType), body, 0);
  }

  /** 401, which asks for Basic; forever, as of a password that was taken back. */
  public static Fault unauthorized() {
    return status(UNAUTHORIZED).with("WWW-Authenticate", "Basic realm=\"emulator\"");
  }

  /** 429 with {@code Retry-After} in whole seconds. */
  public static Fault rateLimited(Duration retryAfter) {
    return status(TOO_MANY_REQUESTS).with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  /** A web page in place of what was asked for, with 200, as of a captive portal. */
  public static Fault html() {
    return answer(OK, "text/html; charset=utf-8", "<!doctype html><title>Welcome</title><p>Hello");
  }

  /** The connection is closed without an answer, and nothing was done. */
  public static Fault dropped() {
    return new Fault(Kind.DROPPED, 0, Map.of(), "", 0);
  }

  /** The connection is closed without an answer, and all was done. */
  public static Fault lost() {
    return new Fault(Kind.LOST, 0, Map.of(), "", 0);
  }

  /** The connection is closed after so many bytes of the answer's body. */
  public static Fault truncated(long bytes) {
    return new Fault(Kind.TRUNCATED, 0, Map.of(), "", bytes);
  }

  /** The answer comes after this time, or at once when the faults are cleared. */
  public static Fault slow(Duration wait) {
    return new Fault(Kind.SLOW, 0, Map.of(), "", wait.toMillis());
  }

  /** One byte of the answer's body comes in each such time, or all of it when cleared. */
  public static Fault dripping(Duration perByte) {
    return new Fault(Kind.DRIPPING, 0, Map.of(), "", perByte.toMillis());
  }

  /** With one more header in the answer. */
  public Fault with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Fault(kind, status, more, body, amount, method, path, times);
  }

  /** Only for requests of this method. */
  public Fault on(String newMethod) {
    String upper = newMethod.toUpperCase(Locale.ROOT);
    return new Fault(kind, status, headers, body, amount, upper, path, times);
  }

  /** Only for requests with this in their path or query, as they are sent. */
  public Fault at(String pathPart) {
    return new Fault(kind, status, headers, body, amount, method, pathPart, times);
  }

  /** So many times, once each request that fits. */
  public Fault times(int newTimes) {
    return new Fault(kind, status, headers, body, amount, method, path, newTimes);
  }

  /** Until the faults are cleared. */
  public Fault forever() {
    return times(Integer.MAX_VALUE);
  }

  boolean fits(String requestMethod, String requestPath) {
    return (method.isEmpty() || method.equals(requestMethod)) && requestPath.contains(path);
  }

  int times() {
    return times;
  }

  /** How it goes wrong. */
  public Kind kind() {
    return kind;
  }

  /** Of an answer: its status. */
  public int status() {
    return status;
  }

  /** Of an answer: its headers. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Of an answer: its body in UTF-8. */
  public byte[] body() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes of a truncated answer; milliseconds of a slow or dripping one. */
  public long amount() {
    return amount;
  }

  @Override
  public String toString() {
    String what = kind == Kind.ANSWER ? Integer.toString(status) : kind + " " + amount;
    return what + " on " + (method.isEmpty() ? "any" : method) + " " + path + " x" + times;
  }
}
