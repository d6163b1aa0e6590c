package dev.davit.testkit.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/** One way in which a request over HTTP goes wrong. */
public final class WireFault {
  /** Nothing goes wrong. */
  static final WireFault NONE = new WireFault("nothing", exchange -> exchange.pass(out -> out));

  private final String name;
  private final Effect effect;

  /** What becomes of an exchange. */
  interface Effect {
    /** Answers whether the client's line can serve again. */
    boolean on(WireExchange exchange) throws IOException;
  }

  private WireFault(String name, Effect effect) {
    this.name = name;
    this.effect = effect;
  }

  /** The request is read to its end and answered at once; the server never hears of it. */
  public static WireFault answer(int status, Map<String, String> headers, String body) {
    WireReply reply = new WireReply(status, headers, body);
    return new WireFault(
        "status " + status,
        exchange -> {
          exchange.drain();
          return exchange.reply(reply);
        });
  }

  /** The server does what it is asked, but what comes back is this status, as from a gateway. */
  public static WireFault answerAfterwards(int status) {
    WireReply reply = new WireReply(status, Map.of(), "");
    return new WireFault(
        "status " + status + " afterwards",
        exchange -> {
          exchange.passUnheard();
          return exchange.reply(reply);
        });
  }

  /** A page for people is answered, with status 200; the server never hears of the request. */
  public static WireFault html(String text) {
    String page = "<!DOCTYPE html><html><body><p>" + text + "</p></body></html>";
    return answer(200, Map.of("Content-Type", "text/html"), page);
  }

  /** The line is cut once the head of the request has come; the server never hears of it. */
  public static WireFault dropped() {
    return new WireFault("dropped", exchange -> false);
  }

  /** The server does what it is asked; then the line is cut before a word of the answer. */
  public static WireFault lost() {
    return new WireFault(
        "answer lost",
        exchange -> {
          exchange.passUnheard();
          return false;
        });
  }

  /** The line is cut after this many bytes of the answer's body; a shorter one comes whole. */
  public static WireFault cutAfter(long bytes) {
    return through(
        "cut after " + bytes,
        (exchange, out) ->
            new WireSieve(
                out,
                bytes,
                () -> {
                  throw new IOException("cut, as a test has it");
                }));
  }

  /** Nothing is answered until the client goes away; the server never hears of the request. */
  public static WireFault silent() {
    return new WireFault(
        "silent",
        exchange -> {
          exchange.awaitClient();
          return false;
        });
  }

  /** After this many bytes of the answer's body nothing comes until the client goes away. */
  public static WireFault stalledAfter(long bytes) {
    return through(
        "stalled after " + bytes,
        (exchange, out) ->
            new WireSieve(
                out,
                bytes,
                () -> {
                  exchange.awaitClient();
                  throw new IOException("stalled, as a test has it");
                }));
  }

  /** The answer's body comes byte by byte, with a pause before each. */
  public static WireFault dripping(Duration pause) {
    return through(
        "dripping",
        (exchange, out) ->
            new OutputStream() {
              @Override
              public void write(int one) throws IOException {
                exchange.pause(pause);
                out.write(one);
              }
            });
  }

  private interface Sieve {
    OutputStream over(WireExchange exchange, OutputStream out);
  }

  private static WireFault through(String name, Sieve sieve) {
    return new WireFault(name, exchange -> exchange.pass(out -> sieve.over(exchange, out)));
  }

  boolean strike(WireExchange exchange) throws IOException {
    return effect.on(exchange);
  }

  @Override
  public String toString() {
    return name;
  }
}
