package dev.davit.http;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server listens and is reached.
 *
 * @param host the address to listen at
 * @param port 0 for any that is free
 * @param publicUrl how browsers reach the server: https, or http on loopback only; also the issuer
 *     and audience of its tokens
 * @param openRegistration whether everybody may register an account
 * @param frontendUrl where browsers land after they were at a provider; null for this server's own
 *     page. A frontend of another origin may call the API from there, with bearer tokens
 * @param unconfigured providers that are shown as known, and as not set up
 * @param limits what the server bears
 * @param clock what time it is
 */
public record HttpSettings(
    String host,
    int port,
    URI publicUrl,
    boolean openRegistration,
    @Nullable URI frontendUrl,
    List<UnconfiguredProvider> unconfigured,
    HttpLimits limits,
    InstantSource clock) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if the public URL is plain http to elsewhere than loopback,
   *     where a session could be read on the way, or is no address at all; likewise the frontend's,
   *     which has no user info, query or fragment either
   */
  public HttpSettings {
    unconfigured = List.copyOf(unconfigured);
    if (!Origins.isHttps(publicUrl) && !Origins.isPlainLoopback(publicUrl)) {
      throw new IllegalArgumentException(
          "The public URL must be https://…, or http:// on localhost; it is " + publicUrl);
    }
    if (frontendUrl != null && !Origins.isPage(frontendUrl)) {
      throw new IllegalArgumentException(
          "The frontend's URL must be https://…, or http:// on localhost, without user info, query"
              + " or fragment");
    }
  }

  /** Loopback, port 8080, closed registration, the usual limits, the system's clock. */
  public static HttpSettings defaults() {
    return new HttpSettings(
        "127.0.0.1",
        8080,
        URI.create("http://localhost:8080"),
        false,
        null,
        List.of(),
        HttpLimits.defaults(),
        InstantSource.system());
  }

  /** With another address to listen at. */
  public HttpSettings withHost(String value) {
    return new HttpSettings(
        value, port, publicUrl, openRegistration, frontendUrl, unconfigured, limits, clock);
  }

  /** With another port. */
  public HttpSettings withPort(int value) {
    return new HttpSettings(
        host, value, publicUrl, openRegistration, frontendUrl, unconfigured, limits, clock);
  }

  /** With another public URL. */
  public HttpSettings withPublicUrl(URI value) {
    return new HttpSettings(
        host, port, value, openRegistration, frontendUrl, unconfigured, limits, clock);
  }

  /** With registration open or closed. */
  public HttpSettings withOpenRegistration(boolean value) {
    return new HttpSettings(host, port, publicUrl, value, frontendUrl, unconfigured, limits, clock);
  }

  /** With another page to land on; null for this server's own. */
  public HttpSettings withFrontendUrl(@Nullable URI value) {
    return new HttpSettings(
        host, port, publicUrl, openRegistration, value, unconfigured, limits, clock);
  }

  /** With other providers that are not set up. */
  public HttpSettings withUnconfigured(List<UnconfiguredProvider> value) {
    return new HttpSettings(
        host, port, publicUrl, openRegistration, frontendUrl, value, limits, clock);
  }

  /** With other limits. */
  public HttpSettings withLimits(HttpLimits value) {
    return new HttpSettings(
        host, port, publicUrl, openRegistration, frontendUrl, unconfigured, value, clock);
  }

  /** With another clock. */
  public HttpSettings withClock(InstantSource value) {
    return new HttpSettings(
        host, port, publicUrl, openRegistration, frontendUrl, unconfigured, limits, value);
  }

  boolean secure() {
    return Origins.isHttps(publicUrl);
  }
}
