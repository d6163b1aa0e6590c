package dev.davit.webdav.internal.http;

import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.http.HttpHost;
import org.apache.http.conn.DnsResolver;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Connections through the guard, which looks the name up, judges what it finds and connects to just
 * that, in one step. Serves http and https alike: which it is, is the target's to say.
 */
final class GuardedSockets implements ConnectionSocketFactory, DnsResolver {
  /** In the context of each request: the target, for which the connection is. */
  static final String TARGET = "davit.target";

  /** A discard-only address (RFC 6666 has them for IPv6): to nowhere, should it ever be used. */
  private static final byte[] NOWHERE = {(byte) 192, 0, 2, 0};

  private final OutboundGuard guard;
  private final Duration timeout;

  GuardedSockets(OutboundGuard guard, Duration timeout) {
    this.guard = guard;
    this.timeout = timeout;
  }

  /** Answers a placeholder: a name is looked up once only, by the guard when it connects. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return new InetAddress[] {InetAddress.getByAddress(host, NOWHERE)};
  }

  @Override
  public Socket createSocket(HttpContext context) {
    return new Socket();
  }

  @Override
  public Socket connectSocket(
      int ignoredTimeout,
      Socket placeholder,
      HttpHost host,
      InetSocketAddress nowhere,
      @Nullable InetSocketAddress local,
      HttpContext context)
      throws IOException {
    placeholder.close();
    Target target = (Target) context.getAttribute(TARGET);
    if (target == null || !matches(target, host)) {
      throw new IllegalStateException("a request to another host than its target's");
    }
    Socket socket = guard.open(target, timeout);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private static boolean matches(Target target, HttpHost host) {
    return target.scheme().equals(host.getSchemeName())
        && target.port() == host.getPort()
        && target.host().equals(withoutBrackets(host.getHostName()));
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
