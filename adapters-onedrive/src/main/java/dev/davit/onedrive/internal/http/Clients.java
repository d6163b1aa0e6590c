package dev.davit.onedrive.internal.http;

import dev.davit.onedrive.OneDrivePatience;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * An OkHttp client that does nothing by itself: it follows no redirect, repeats nothing, answers no
 * challenge, keeps no cookie and no answer. It goes through the proxy that the JVM is set to use,
 * if any: the hosts are Microsoft's, not a user's. One exchange at a time has a connection
 * (HTTP/1.1), so that one can be cut without another.
 */
final class Clients {
  private static final int MAX_IDLE = 100;

  /** Shorter than Microsoft keeps them, so that what is sent goes over none that is closed. */
  private static final int KEEP_SECONDS = 30;

  private Clients() {}

  static OkHttpClient client(OneDrivePatience patience) {
    Duration backstop = backstop(patience);
    return new OkHttpClient.Builder()
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectionPool(new ConnectionPool(MAX_IDLE, KEEP_SECONDS, TimeUnit.SECONDS))
        .connectTimeout(patience.connect())
        .readTimeout(backstop)
        .writeTimeout(backstop)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .addNetworkInterceptor(Clients::onceOnly)
        .build();
  }

  /** OkHttp sends again at once, whatever it was told, where a 503 asks to wait for no time. */
  private static Response onceOnly(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String wait = response.header("Retry-After");
    return response.code() == 503 && wait != null && wait.strip().matches("0+")
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }

  /** For one read or write at the socket; the watchdog is stricter and sees more. */
  private static Duration backstop(OneDrivePatience patience) {
    Duration longest =
        patience.total().compareTo(patience.answer()) > 0 ? patience.total() : patience.answer();
    return (patience.idle().compareTo(longest) > 0 ? patience.idle() : longest).plusSeconds(1);
  }
}
