package dev.davit.objectstore;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Requests of Amazon's client as the JDK's has them, and what can be told from them. */
final class S3Requests {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  /** What the JDK's client says by itself, and lets nobody else say. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private S3Requests() {}

  /**
   * The request.
   *
   * @param watched puts its body under watch
   */
  static HttpRequest of(HttpExecuteRequest request, UnaryOperator<InputStream> watched) {
    SdkHttpRequest http = request.httpRequest();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(http.getUri()).method(http.method().name(), body(request, watched));
    http.forEachHeader(
        (name, values) -> {
          if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> builder.header(name, value));
          }
        });
    return builder.build();
  }

  private static BodyPublisher body(
      HttpExecuteRequest request, UnaryOperator<InputStream> watched) {
    long length =
        request.httpRequest().firstMatchingHeader("Content-Length").map(Long::valueOf).orElse(0L);
    if (length == 0 || request.contentStreamProvider().isEmpty()) {
      return BodyPublishers.noBody();
    }
    ContentStreamProvider content = request.contentStreamProvider().get();
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> watched.apply(content.newStream())), length);
  }

  /** Whether a file's bytes come back. */
  static boolean streams(SdkHttpRequest request) {
    return request.method() == SdkHttpMethod.GET && !asks(request, "list-type", "uploadId");
  }

  /** How long it may take in all; of a body, until its first byte leaves. */
  static Duration deadline(SdkHttpRequest request, S3Patience patience) {
    boolean copies = request.firstMatchingHeader("x-amz-copy-source").isPresent();
    boolean completes = request.method() == SdkHttpMethod.POST && asks(request, "uploadId");
    if (copies || completes) {
      return patience.making();
    }
    return streams(request) ? patience.bodies().answer() : patience.total();
  }

  /** Whether the answer ends with its head. */
  static boolean isBodiless(SdkHttpRequest request, int status) {
    return request.method() == SdkHttpMethod.HEAD || status == NO_CONTENT || status == NOT_MODIFIED;
  }

  private static boolean asks(SdkHttpRequest request, String... names) {
    for (String name : names) {
      if (request.rawQueryParameters().containsKey(name)) {
        return true;
      }
    }
    return false;
  }
}
