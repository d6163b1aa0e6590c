package dev.davit.drive.internal.http;

import dev.davit.drive.DrivePatience;
import dev.davit.outbound.transfer.BodyLimits;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Payload;
import dev.davit.outbound.transfer.Watch;
import dev.davit.outbound.transfer.Watchdog;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * Sends single requests to Google's hosts and to no other, once each, under a deadline throughout.
 * Shared by all connections; keeps nothing of any of them but idle sockets.
 */
public final class Transport implements AutoCloseable {
  private static final String PRODUCT = "Davit";

  private final Endpoints endpoints;
  private final DrivePatience patience;
  private final BodyLimits limits;
  private final CloseableHttpClient client;
  private final Watchdog watchdog = new Watchdog();

  public Transport(Endpoints endpoints, DrivePatience patience) {
    this.endpoints = endpoints;
    this.patience = patience;
    this.limits = new BodyLimits(patience.answer(), patience.idle(), patience.leastRate());
    this.client = Clients.client(patience, PRODUCT);
  }

  /**
   * Sends a request, once. The answer must be closed; whatever its status.
   *
   * @param secret headers that are the account's
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if there was no answer: nobody knows
   *     whether the request took effect; {@link ErrorKind#INVALID_REQUEST} if the payload has not
   *     its length; {@link ErrorKind#PROTOCOL} if it would go to a host that is not Google's
   */
  public Answer send(Call call, Map<String, String> secret) {
    if (!endpoints.trusts(call.uri())) {
      throw Faults.protocol(new IOException("an address at another host"));
    }
    try {
      return answered(call, secret);
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  private Answer answered(Call call, Map<String, String> secret) throws IOException {
    HttpRequestBase request =
        call.payload() == null
            ? WireRequest.of(call.method(), call.uri())
            : WireRequest.withBody(call.method(), call.uri());
    Watch watch = watchdog.watch(request::abort);
    prepare(request, call, secret, watch);
    boolean answered = false;
    try {
      watch.within(call.streams() ? patience.connect().plus(patience.answer()) : patience.total());
      CloseableHttpResponse response = client.execute(request);
      Answer answer = new Answer(call, response, request, watch, limits, patience.total());
      answered = true;
      return answer;
    } catch (IOException e) {
      throw watch.cause(e);
    } finally {
      if (!answered) {
        request.abort();
        watch.close();
      }
    }
  }

  private void prepare(
      HttpRequestBase request, Call call, Map<String, String> secret, Watch watch) {
    request.setHeader("Accept-Encoding", "identity");
    call.headers().forEach(request::setHeader);
    secret.forEach(request::setHeader);
    Payload payload = call.payload();
    if (payload != null && request instanceof HttpEntityEnclosingRequest enclosing) {
      enclosing.setEntity(new PayloadEntity(payload, watch, limits));
    }
  }

  @Override
  public void close() {
    watchdog.close();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
