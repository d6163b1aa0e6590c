package dev.davit.onedrive.internal.http;

import dev.davit.onedrive.OneDrivePatience;
import dev.davit.outbound.transfer.BodyLimits;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Payload;
import dev.davit.outbound.transfer.Watch;
import dev.davit.outbound.transfer.Watchdog;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends single requests to Microsoft's hosts and to no other, once each, under a deadline
 * throughout. Shared by all connections; keeps nothing of any of them but idle sockets.
 */
public final class Transport implements AutoCloseable {
  private static final String PRODUCT = "Davit";
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final Endpoints endpoints;
  private final OneDrivePatience patience;
  private final BodyLimits limits;
  private final OkHttpClient client;
  private final Watchdog watchdog = new Watchdog();
  private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public Transport(Endpoints endpoints, OneDrivePatience patience) {
    this.endpoints = endpoints;
    this.patience = patience;
    this.limits = new BodyLimits(patience.answer(), patience.idle(), patience.leastRate());
    this.client = Clients.client(patience);
  }

  /**
   * Sends a request, once. The answer must be closed; whatever its status.
   *
   * @param secret headers that are the account's; with any, only Graph may be asked
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if there was no answer: nobody knows
   *     whether the request took effect; {@link ErrorKind#INVALID_REQUEST} if the payload has not
   *     its length; {@link ErrorKind#PROTOCOL} if it would go to a host that is not Microsoft's
   */
  public Answer send(Call call, Map<String, String> secret) {
    HttpUrl url = trusted(call, !secret.isEmpty());
    if (url == null) {
      throw Faults.protocol(new IOException("an address at another host"));
    }
    try {
      return answered(call, url, secret);
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  /** The address as OkHttp reads it; null unless that is the one that was checked. */
  private @Nullable HttpUrl trusted(Call call, boolean secret) {
    URI uri = call.uri();
    boolean good =
        endpoints.isGraph(uri)
            || (!secret && (endpoints.isLogin(uri) || endpoints.trustsBare(uri)));
    HttpUrl url = good ? HttpUrl.parse(uri.toString()) : null;
    return url != null
            && url.host().equalsIgnoreCase(uri.getHost())
            && (uri.getRawPath().isEmpty() || url.encodedPath().equals(uri.getRawPath()))
        ? url
        : null;
  }

  private Answer answered(Call call, HttpUrl url, Map<String, String> secret) throws IOException {
    Exchange exchange = new Exchange(watchdog, running);
    Watch watch = exchange.watch();
    boolean answered = false;
    try {
      refuseIfClosed();
      watch.within(call.streams() ? patience.connect().plus(patience.answer()) : patience.total());
      Response response = exchange.execute(client, request(call, url, secret, watch));
      answered = true;
      return answer(response, call, exchange);
    } catch (IOException e) {
      throw watch.cause(e);
    } finally {
      if (!answered) {
        exchange.close();
      }
    }
  }

  private Answer answer(Response response, Call call, Exchange exchange) {
    if (call.streams()) {
      exchange.watch().relax();
      return new Answer(response, exchange, limits);
    }
    exchange.watch().within(patience.total());
    return new Answer(response, exchange, null);
  }

  private void refuseIfClosed() throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
  }

  private Request request(Call call, HttpUrl url, Map<String, String> secret, Watch watch) {
    Request.Builder request = new Request.Builder().url(url);
    request.header("Accept-Encoding", "identity").header("User-Agent", PRODUCT);
    call.headers().forEach(request::header);
    secret.forEach(request::header);
    Payload payload = call.payload();
    if (payload != null) {
      request.header("Content-Type", payload.contentType());
    }
    return request.method(call.method(), body(call, watch)).build();
  }

  private @Nullable RequestBody body(Call call, Watch watch) {
    Payload payload = call.payload();
    if (payload != null) {
      return new PayloadBody(payload, watch, limits);
    }
    return WITH_BODY.contains(call.method()) ? RequestBody.EMPTY : null;
  }

  /** Ends all requests, also those whose answers are still being read. */
  @Override
  public void close() {
    closed = true;
    watchdog.close();
    running.forEach(Exchange::cut);
    client.connectionPool().evictAll();
  }
}
