package dev.davit.app.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.davit.Caller;
import dev.davit.Davit;
import dev.davit.FolderQuery;
import dev.davit.OAuthAnswer;
import dev.davit.StartedOAuth;
import dev.davit.ports.CloudException;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An application that embeds Davit, on nothing but the JDK's own HTTP server: its one user, Alice,
 * connects her Google Drive and looks into it. On loopback, so its cookies have no {@code __Host-}
 * prefix and are not {@code Secure}.
 */
public final class TinySite implements AutoCloseable {
  private static final ProviderId GOOGLE = new ProviderId("google_drive");
  private static final int OK = 200;
  private static final int FOUND = 302;

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer http;
  private final Davit davit;

  private TinySite(HttpServer http, Function<URI, Davit> davit) {
    this.http = http;
    this.davit = davit.apply(url().resolve("/callback"));
  }

  /**
   * Starts one.
   *
   * @param davit given where the providers send browsers back to
   */
  public static TinySite start(Function<URI, Davit> davit) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    TinySite site = new TinySite(HttpServer.create(new InetSocketAddress(loopback, 0), 0), davit);
    site.http.setExecutor(site.threads);
    site.serve("/connect", site::connect);
    site.serve("/callback/" + GOOGLE, site::callback);
    site.serve("/folder", site::folder);
    site.http.start();
    return site;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
  }

  private void serve(String path, HttpHandler handler) {
    http.createContext(
        path,
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  // begin
  private void connect(HttpExchange exchange) throws IOException {
    Secret binding = davit.oauth().newBinding();
    StartedOAuth started = davit.oauth().start(alice(), GOOGLE, binding);
    setCookie(exchange, started.flow(), binding, started.lifetime());
    redirect(exchange, started.page().toString());
  }

  private void callback(HttpExchange exchange) throws IOException {
    try {
      OAuthAnswer answer = OAuthAnswer.of(GOOGLE, exchange.getRequestURI().getRawQuery());
      Connection connection =
          davit.oauth().finish(answer, cookie(exchange, answer.flow()), alice());
      setCookie(exchange, answer.flow(), new Secret(""), Duration.ZERO);
      redirect(exchange, "/folder?connected=" + connection.id());
    } catch (CloudException failure) {
      redirect(exchange, "/?failed=" + failure.kind());
    }
  }

  // end

  /** Who is signed in: whatever the application knows. */
  private static Caller alice() {
    return Caller.of("alice");
  }

  private void folder(HttpExchange exchange) throws IOException {
    String names =
        davit.files().folder(alice(), GOOGLE, null, FolderQuery.of(EntryId.ROOT)).entries().stream()
            .map(Entry::name)
            .collect(Collectors.joining("\n"));
    byte[] body = names.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(OK, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static void setCookie(HttpExchange exchange, String flow, Secret value, Duration age) {
    String cookie =
        "connect-%s=%s; Path=/; HttpOnly; SameSite=Lax; Max-Age=%d"
            .formatted(flow, value.reveal(), age.toSeconds());
    exchange.getResponseHeaders().add("Set-Cookie", cookie);
  }

  private static @Nullable Secret cookie(HttpExchange exchange, String flow) {
    String name = "connect-" + flow + "=";
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(all -> Stream.of(all.split("; ?", -1)))
        .filter(pair -> pair.startsWith(name))
        .map(pair -> new Secret(pair.substring(name.length()).replace("\"", "")))
        .findFirst()
        .orElse(null);
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.sendResponseHeaders(FOUND, -1);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    davit.close();
  }
}
