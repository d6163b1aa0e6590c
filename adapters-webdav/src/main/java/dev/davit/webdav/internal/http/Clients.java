package dev.davit.webdav.internal.http;

import dev.davit.outbound.OutboundGuard;
import dev.davit.webdav.WebDavSettings;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.config.Registry;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.HttpClientConnectionManager;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/**
 * An Apache client that does nothing by itself: it follows no redirect, repeats nothing, answers no
 * challenge, keeps no cookie, uses no proxy, inflates nothing.
 */
final class Clients {
  private static final int MAX_LINE = 16 * 1024;
  private static final int MAX_HEADERS = 200;
  private static final int MAX_CONNECTIONS = 1000;
  private static final int MAX_PER_ORIGIN = 32;
  private static final int CHECK_AFTER_MILLIS = 100;
  private static final int KEEP_SECONDS = 60;

  private Clients() {}

  static HttpClientBuilder builder(OutboundGuard guard, WebDavSettings settings, String product) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections(new GuardedSockets(guard, settings.connect()), settings))
        .setDefaultRequestConfig(config(settings))
        .evictIdleConnections(KEEP_SECONDS, TimeUnit.SECONDS)
        .setUserAgent(product)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableAuthCaching()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement();
  }

  private static RequestConfig config(WebDavSettings settings) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(Math.toIntExact(settings.connect().toMillis()))
        .setSocketTimeout(backstop(settings))
        .setAuthenticationEnabled(false)
        .setRedirectsEnabled(false)
        .setExpectContinueEnabled(false)
        .setContentCompressionEnabled(false)
        .setNormalizeUri(false)
        .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
        .build();
  }

  private static HttpClientConnectionManager connections(
      GuardedSockets sockets, WebDavSettings settings) {
    Registry<ConnectionSocketFactory> schemes =
        RegistryBuilder.<ConnectionSocketFactory>create()
            .register("http", sockets)
            .register("https", sockets)
            .build();
    PoolingHttpClientConnectionManager manager =
        new PoolingHttpClientConnectionManager(
            schemes, null, null, sockets, KEEP_SECONDS, TimeUnit.SECONDS);
    manager.setMaxTotal(MAX_CONNECTIONS);
    manager.setDefaultMaxPerRoute(MAX_PER_ORIGIN);
    manager.setValidateAfterInactivity(CHECK_AFTER_MILLIS);
    manager.setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(backstop(settings)).build());
    manager.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setMessageConstraints(
                MessageConstraints.custom()
                    .setMaxLineLength(MAX_LINE)
                    .setMaxHeaderCount(MAX_HEADERS)
                    .build())
            .build());
    return manager;
  }

  /** For one read at the socket; the watchdog is stricter and sees more. */
  private static int backstop(WebDavSettings settings) {
    long longest = Math.max(settings.total().toMillis(), settings.answer().toMillis());
    return Math.toIntExact(Math.max(longest, settings.idle().toMillis()) + 1000);
  }
}
