package dev.davit.objectstore;

import dev.davit.outbound.transfer.BodyLimits;
import dev.davit.outbound.transfer.Watch;
import dev.davit.outbound.transfer.Watchdog;
import dev.davit.outbound.transfer.WatchedBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * One request and its answer. What moves a file's bytes must keep moving; all else has a total
 * deadline, which ends with the last byte of the answer.
 */
final class S3Exchange implements ExecutableHttpRequest {
  private final HttpClient client;
  private final S3Patience patience;
  private final HttpExecuteRequest request;
  private final Watch watch;
  private volatile @Nullable CompletableFuture<HttpResponse<InputStream>> sending;
  private volatile @Nullable InputStream body;

  S3Exchange(
      HttpClient client, Watchdog watchdog, S3Patience patience, HttpExecuteRequest request) {
    this.client = client;
    this.patience = patience;
    this.request = request;
    this.watch = watchdog.watch(this::abort);
  }

  @Override
  public HttpExecuteResponse call() throws IOException {
    watch.within(S3Requests.deadline(request.httpRequest(), patience));
    BodyLimits limits = patience.bodies();
    CompletableFuture<HttpResponse<InputStream>> future =
        client.sendAsync(
            S3Requests.of(request, stream -> new S3Outgoing(stream, watch, limits)),
            HttpResponse.BodyHandlers.ofInputStream());
    sending = future;
    try {
      return answered(awaited(future));
    } catch (IOException e) {
      watch.close();
      throw watch.cause(e);
    }
  }

  private static HttpResponse<InputStream> awaited(
      CompletableFuture<HttpResponse<InputStream>> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("nobody waits for the answer any more");
    } catch (CancellationException e) {
      throw new IOException("the exchange was cut", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private HttpExecuteResponse answered(HttpResponse<InputStream> answer) throws IOException {
    SdkHttpResponse head =
        SdkHttpResponse.builder()
            .statusCode(answer.statusCode())
            .headers(answer.headers().map())
            .build();
    InputStream in = answer.body();
    body = in;
    HttpExecuteResponse.Builder response = HttpExecuteResponse.builder().response(head);
    if (S3Requests.isBodiless(request.httpRequest(), answer.statusCode())) {
      in.close();
      watch.close();
      return response.build();
    }
    return response.responseBody(AbortableInputStream.create(watched(in), this)).build();
  }

  private InputStream watched(InputStream in) {
    SdkHttpRequest asked = request.httpRequest();
    boolean streams = S3Requests.streams(asked);
    if (streams) {
      watch.relax();
    }
    return new WatchedBody(new Ending(in), watch, streams ? patience.bodies() : null);
  }

  @Override
  public void abort() {
    CompletableFuture<HttpResponse<InputStream>> future = sending;
    if (future != null) {
      future.cancel(true);
    }
    InputStream in = body;
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        // It is cut in any case.
      }
    }
  }

  /** Ends the watch with the body. */
  private final class Ending extends FilterInputStream {
    Ending(InputStream in) {
      super(Objects.requireNonNull(in));
    }

    @Override
    public void close() throws IOException {
      watch.close();
      super.close();
    }
  }
}
