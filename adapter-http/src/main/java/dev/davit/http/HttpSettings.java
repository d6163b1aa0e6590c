package dev.davit.http;

import java.net.URI;
import java.time.InstantSource;

/**
 * How the server listens and is reached.
 *
 * @param host the address to listen at
 * @param port 0 for any that is free
 * @param publicUrl how browsers reach the server: https, or http on loopback only; also the issuer
 *     and audience of its tokens
 * @param openRegistration whether everybody may register an account
 * @param limits what the server bears
 * @param clock what time it is
 */
public record HttpSettings(
    String host,
    int port,
    URI publicUrl,
    boolean openRegistration,
    HttpLimits limits,
    InstantSource clock) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if the public URL is plain http to elsewhere than loopback,
   *     where a session could be read on the way, or is no address at all
   */
  public HttpSettings {
    if (!Origins.isHttps(publicUrl) && !Origins.isPlainLoopback(publicUrl)) {
      throw new IllegalArgumentException(
          "The public URL must be https://…, or http:// on localhost; it is " + publicUrl);
    }
  }

  /** Loopback, port 8080, closed registration, the usual limits, the system's clock. */
  public static HttpSettings defaults() {
    return new HttpSettings(
        "127.0.0.1",
        8080,
        URI.create("http://localhost:8080"),
        false,
        HttpLimits.defaults(),
        InstantSource.system());
  }

  /** With another address to listen at. */
  public HttpSettings withHost(String value) {
    return new HttpSettings(value, port, publicUrl, openRegistration, limits, clock);
  }

  /** With another port. */
  public HttpSettings withPort(int value) {
    return new HttpSettings(host, value, publicUrl, openRegistration, limits, clock);
  }

  /** With another public URL. */
  public HttpSettings withPublicUrl(URI value) {
    return new HttpSettings(host, port, value, openRegistration, limits, clock);
  }

  /** With registration open or closed. */
  public HttpSettings withOpenRegistration(boolean value) {
    return new HttpSettings(host, port, publicUrl, value, limits, clock);
  }

  /** With other limits. */
  public HttpSettings withLimits(HttpLimits value) {
    return new HttpSettings(host, port, publicUrl, openRegistration, value, clock);
  }

  /** With another clock. */
  public HttpSettings withClock(InstantSource value) {
    return new HttpSettings(host, port, publicUrl, openRegistration, limits, value);
  }

  boolean secure() {
    return Origins.isHttps(publicUrl);
  }
}
