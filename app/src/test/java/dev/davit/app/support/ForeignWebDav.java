package dev.davit.app.support;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.davit.outbound.TlsKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.WebdavServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/**
 * A WebDAV server that nobody here wrote: Tomcat's, on a free port of this machine, over a folder
 * on disk.
 */
public final class ForeignWebDav implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Tomcat counts the connection that it waits for. */
  private static final int COUNTED_WHEN_EMPTY = 1;

  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector();
  private final Logins logins = new Logins();
  private final Tap tap = new Tap();
  private final Path folder;

  private ForeignWebDav(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts one.
   *
   * @param place a folder of its own; what it serves is in {@code place/files}
   */
  public static ForeignWebDav start(Path place) {
    return start(place, ignored -> {});
  }

  /** Starts one that speaks TLS with this key, and hangs up after each answer. */
  static ForeignWebDav start(Path place, TlsKeys keys) {
    return start(place, connector -> TomcatTls.set(connector, keys));
  }

  private static ForeignWebDav start(Path place, Consumer<Connector> settings) {
    TOMCAT.setLevel(Level.SEVERE);
    try {
      ForeignWebDav server = new ForeignWebDav(Files.createDirectories(place.resolve("files")));
      settings.accept(server.connector);
      server.start(Files.createDirectories(place.resolve("tomcat")), server.folder);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(Path base, Path files) {
    tomcat.setSilent(true);
    tomcat.setBaseDir(base.toString());
    connector.setProperty("address", "127.0.0.1");
    connector.setPort(0);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", files.toString());
    StandardRoot resources = new StandardRoot(context);
    resources.setCachingAllowed(false);
    context.setResources(resources);
    context.getPipeline().addValve(tap);
    guard(context);
    serve(context);
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void serve(Context context) {
    Wrapper servlet = Tomcat.addServlet(context, "webdav", new WebdavServlet());
    servlet.addInitParameter("readonly", "false");
    servlet.addInitParameter("listings", "true");
    servlet.addInitParameter("useStrongETags", "true");
    servlet.setLoadOnStartup(1);
    context.addServletMappingDecoded("/*", "webdav");
  }

  private void guard(Context context) {
    context.setRealm(logins);
    context.setLoginConfig(new LoginConfig("BASIC", "files", null, null));
    context.addSecurityRole(Logins.ROLE);
    SecurityCollection everything = new SecurityCollection();
    everything.addPatternDecoded("/*");
    SecurityConstraint constraint = new SecurityConstraint();
    constraint.addCollection(everything);
    constraint.addAuthRole(Logins.ROLE);
    context.addConstraint(constraint);
    BasicAuthenticator basic = new BasicAuthenticator();
    basic.setCharset("UTF-8");
    context.getPipeline().addValve(basic);
  }

  /** Where it is; ends in a slash. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  int port() {
    return connector.getLocalPort();
  }

  /** What it serves. */
  public Path folder() {
    return folder;
  }

  /** Lets somebody in with this password, and no longer with another. */
  public ForeignWebDav login(String user, String password) {
    logins.put(user, password);
    return this;
  }

  /**
   * Waits until whoever was connected is gone, and with them all that they had asked for is done.
   * Connections are taken in their order, so whoever was still waiting to be let in comes first.
   */
  public void settle() {
    knock();
    AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
    Await.until(
        "nobody connected", SOON, () -> protocol.getConnectionCount() <= COUNTED_WHEN_EMPTY);
  }

  private void knock() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout((int) SOON.toMillis());
      socket.getOutputStream().write("OPTIONS / HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many requests it has had. */
  public long requests() {
    return tap.seen();
  }

  /**
   * Shows every call to a watcher, on the thread that does it: there it can be held, and, by false,
   * answered with 503, before or after it was done.
   */
  public void watch(Predicate<Call> watcher) {
    tap.watch(watcher);
  }

  /** Holds the next call of this method at this moment until the gate is opened. */
  public Gate gate(String method, Call.Moment moment) {
    Gate gate = new Gate(method, moment, () -> tap.watch(call -> true));
    tap.watch(gate);
    return gate;
  }

  /** Ends it; does nothing the second time. */
  @Override
  public void close() {
    tap.watch(call -> true);
    try {
      if (tomcat.getServer().getState() != LifecycleState.DESTROYED) {
        tomcat.stop();
        tomcat.destroy();
        System.clearProperty("catalina.home"); // Or the next one would make this folder again.
      }
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }
}
