package dev.davit.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Sets Javalin and Jetty up for a route table. */
final class Web {
  /** Threads that serve no request: acceptors, selectors, housekeeping. */
  private static final int OWN_THREADS = 16;

  private static final long STOP_MILLIS = 5000;

  /** How long a connection on which nothing moves may delay the stop. */
  private static final long STOP_IDLE_MILLIS = 200;

  private final HttpSettings settings;
  private final RouteTable table;
  private final Observing observing;
  private final Cors cors;
  private final SecurityHeaders headers;

  private Web(HttpSettings settings, RouteTable table, Observing observing) {
    this.settings = settings;
    this.table = table;
    this.observing = observing;
    this.cors = new Cors(settings.publicUrl(), settings.frontendUrl());
    this.headers = new SecurityHeaders(settings.secure(), cors);
  }

  static Javalin of(HttpSettings settings, RouteTable table, Observing observing) {
    return Javalin.create(new Web(settings, table, observing)::configure);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    config.router.ignoreTrailingSlashes = false;
    config.router.javaLangErrorHandler(Problems::fatal);
    config.requestLogger.http(observing::done);
    jetty(config);
    routes(config.routes);
  }

  private void jetty(JavalinConfig config) {
    ProblemErrorHandler errors = new ProblemErrorHandler(headers);
    config.jetty.threadPool = threads();
    config.jetty.modifyHttpConfiguration(this::configure);
    config.jetty.addConnector(this::connector);
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(errors));
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(errors);
          server.setStopTimeout(STOP_MILLIS);
        });
  }

  /** Virtual threads where the JVM has them, else as many as requests are let in. */
  private QueuedThreadPool threads() {
    int own = settings.limits().atOnce().all() + OWN_THREADS;
    QueuedThreadPool pool = new QueuedThreadPool(own, OWN_THREADS);
    pool.setName("davit-http");
    if (VirtualThreads.areSupported()) {
      pool.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    }
    return pool;
  }

  private void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(settings.limits().sizes().headers());
    http.addCustomizer(headers);
  }

  private Connector connector(Server server, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.limits().patience().silence().toMillis());
    connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS);
    return connector;
  }

  private void routes(RoutesConfig routes) {
    for (Route route : table.routes()) {
      add(routes, HandlerType.findOrCreate(route.method().name()), route);
      if (route.method() == Method.GET) {
        add(routes, HandlerType.HEAD, route);
      }
    }
    routes.exception(MethodNotAllowedResponse.class, this::notAllowed);
    routes.exception(HttpResponseException.class, Problems::answer);
    routes.exception(Exception.class, Problems::answer);
  }

  private void add(RoutesConfig routes, HandlerType type, Route route) {
    routes.addHttpHandler(type, route.path(), context -> table.pipeline().run(context, route));
  }

  private void notAllowed(MethodNotAllowedResponse failure, Context context) {
    if (cors.isPreflight(context.req())) {
      cors.answer(context, table.allowed(context.path()));
      return;
    }
    context.header("Allow", table.allowed(context.path()));
    Problems.answer(failure, context);
  }
}
