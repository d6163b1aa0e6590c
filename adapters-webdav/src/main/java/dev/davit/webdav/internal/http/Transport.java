package dev.davit.webdav.internal.http;

import com.github.sardine.impl.SardineImpl;
import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.transfer.BodyLimits;
import dev.davit.outbound.transfer.Payload;
import dev.davit.outbound.transfer.Watch;
import dev.davit.outbound.transfer.Watchdog;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.webdav.WebDavSettings;
import java.io.IOException;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.impl.client.HttpClientBuilder;

/**
 * Sends single requests through Sardine's client, each checked by the guard when it connects and
 * under a deadline throughout. Shared by all connections; keeps nothing of any of them but idle
 * sockets, and of their servers how they want to be asked.
 */
public final class Transport implements AutoCloseable {
  private final Wire wire;
  private final Watchdog watchdog = new Watchdog();
  private final Recent<Handshake> handshakes = new Recent<>(Handshake::new);
  private final Recent<Learnt> learnt = new Recent<>(Learnt::new);
  private final WebDavSettings settings;
  private final BodyLimits limits;

  /**
   * A transport.
   *
   * @param product what it calls itself to servers
   */
  public Transport(OutboundGuard guard, WebDavSettings settings, String product) {
    this.wire = new Wire(Clients.builder(guard, settings, product));
    this.settings = settings;
    this.limits = new BodyLimits(settings.answer(), settings.idle(), settings.leastRate());
  }

  public WebDavSettings settings() {
    return settings;
  }

  Handshake handshake(Account account) {
    return handshakes.of(account.login() + " " + account.username() + " " + account.base().uri());
  }

  Learnt learnt(Account account) {
    return learnt.of(account.base().withPath("/").uri().toString());
  }

  /**
   * Sends a request, once. The answer must be closed.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if there was no answer: nobody knows
   *     whether the request took effect; {@link ErrorKind#ADDRESS_REFUSED}; {@link
   *     ErrorKind#INVALID_REQUEST} if the payload has not its length
   */
  Answer send(Exchange exchange) {
    try {
      return answered(exchange);
    } catch (CloudException e) {
      throw Faults.refused(e);
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  private Answer answered(Exchange exchange) throws IOException {
    HttpRequestBase request = bare(exchange);
    Watch watch = watchdog.watch(request::abort);
    prepare(request, exchange, watch);
    boolean answered = false;
    try {
      watch.within(
          exchange.streams() ? settings.connect().plus(settings.answer()) : settings.total());
      HttpResponse response = wire.send(context(exchange), request);
      Answer answer = new Answer(exchange, response, request, watch, limits, settings.total());
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

  private static HttpRequestBase bare(Exchange exchange) {
    return exchange.payload() == null
        ? WireRequest.of(exchange.method(), exchange.target().uri())
        : WireRequest.withBody(exchange.method(), exchange.target().uri());
  }

  private void prepare(HttpRequestBase request, Exchange exchange, Watch watch) {
    exchange.headers().forEach(request::setHeader);
    request.setHeader("Accept-Encoding", "identity");
    Payload payload = exchange.payload();
    if (payload != null && request instanceof HttpEntityEnclosingRequest enclosing) {
      enclosing.setEntity(new PayloadEntity(payload, watch, limits));
    }
  }

  private static HttpClientContext context(Exchange exchange) {
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(GuardedSockets.TARGET, exchange.target());
    return context;
  }

  @Override
  public void close() {
    watchdog.close();
    try {
      wire.shutdown();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Sardine, of which only the sending is used: its listing reads all into memory. */
  private static final class Wire extends SardineImpl {
    Wire(HttpClientBuilder builder) {
      super(builder);
    }

    HttpResponse send(HttpClientContext context, HttpRequestBase request) throws IOException {
      return execute(context, request, null);
    }
  }
}
