package dev.davit.objectstore;

import dev.davit.outbound.transfer.Watchdog;
import java.net.http.HttpClient;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The line to the store: the JDK's HTTP client, which follows no redirect, uses no proxy and sends
 * nothing twice, under this house's watch.
 */
final class S3Line implements SdkHttpClient {
  private final HttpClient client;
  private final Watchdog watchdog = new Watchdog();
  private final S3Patience patience;

  S3Line(S3Patience patience, @Nullable SSLContext tls) {
    this.patience = patience;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(patience.connect());
    client = (tls == null ? builder : builder.sslContext(tls)).build();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new S3Exchange(client, watchdog, patience, request);
  }

  @Override
  public String clientName() {
    return "jdk";
  }

  @Override
  public void close() {
    watchdog.close();
  }
}
