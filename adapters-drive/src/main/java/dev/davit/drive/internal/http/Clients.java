package dev.davit.drive.internal.http;

import dev.davit.drive.DrivePatience;
import java.net.ProxySelector;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.HttpClientConnectionManager;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.impl.conn.SystemDefaultRoutePlanner;

/**
 * An Apache client that does nothing by itself: it follows no redirect, repeats nothing, answers no
 * challenge, keeps no cookie, deflates and inflates nothing. It goes through the proxy that the JVM
 * is set to use, if any: the hosts are Google's, not a user's.
 */
final class Clients {
  private static final int MAX_LINE = 16 * 1024;
  private static final int MAX_HEADERS = 200;
  private static final int MAX_CONNECTIONS = 1000;
  private static final int CHECK_AFTER_MILLIS = 100;
  private static final int KEEP_SECONDS = 60;

  private Clients() {}

  static CloseableHttpClient client(DrivePatience patience, String product) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections(patience))
        .setDefaultRequestConfig(config(patience))
        .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
        .evictIdleConnections(KEEP_SECONDS, TimeUnit.SECONDS)
        .setUserAgent(product)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableAuthCaching()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .build();
  }

  private static RequestConfig config(DrivePatience patience) {
    int connect = Math.toIntExact(patience.connect().toMillis());
    return RequestConfig.custom()
        .setConnectionRequestTimeout(connect)
        .setConnectTimeout(connect)
        .setSocketTimeout(backstop(patience))
        .setAuthenticationEnabled(false)
        .setRedirectsEnabled(false)
        .setExpectContinueEnabled(false)
        .setContentCompressionEnabled(false)
        .setNormalizeUri(false)
        .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
        .build();
  }

  private static HttpClientConnectionManager connections(DrivePatience patience) {
    PoolingHttpClientConnectionManager manager =
        new PoolingHttpClientConnectionManager(KEEP_SECONDS, TimeUnit.SECONDS);
    manager.setMaxTotal(MAX_CONNECTIONS);
    manager.setDefaultMaxPerRoute(MAX_CONNECTIONS);
    manager.setValidateAfterInactivity(CHECK_AFTER_MILLIS);
    manager.setDefaultSocketConfig(
        SocketConfig.custom().setSoTimeout(backstop(patience)).setTcpNoDelay(true).build());
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
  private static int backstop(DrivePatience patience) {
    long longest = Math.max(patience.total().toMillis(), patience.answer().toMillis());
    return Math.toIntExact(Math.max(longest, patience.idle().toMillis()) + 1000);
  }
}
