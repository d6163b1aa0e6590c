package dev.davit.app.support;

import dev.davit.outbound.AddressOracle;
import dev.davit.outbound.Connector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the connections of a house whose world is this machine: what is public leads to a server on
 * loopback, whatever wants to loopback leads to a sentinel there, and no packet goes anywhere else.
 */
public final class Roads implements Connector, AutoCloseable {
  private static final Set<Integer> PORTS = Set.of(443, 8443);
  private static final int NOWHERE = 0;

  private final Sentinel sentinel = Sentinel.post();
  private final Map<InetSocketAddress, Integer> ways = new ConcurrentHashMap<>();
  private final List<InetSocketAddress> violations = new CopyOnWriteArrayList<>();
  private final AtomicLong taken = new AtomicLong();
  private final int usual;

  /**
   * Roads of the public Internet.
   *
   * @param usual the port on loopback where every public address leads
   */
  Roads(int usual) {
    this.usual = usual;
  }

  /** Lets port 443 of an address lead to this port on loopback; from now on it may be reached. */
  public Roads lead(InetAddress address, int port) {
    ways.put(new InetSocketAddress(address, 443), port);
    return this;
  }

  /** Lets port 443 of an address lead nowhere. */
  public Roads block(InetAddress address) {
    return lead(address, NOWHERE);
  }

  @Override
  public Socket connect(InetSocketAddress address, Duration timeout) throws IOException {
    int port = way(address);
    if (port == NOWHERE) {
      throw new IOException("no road");
    }
    taken.incrementAndGet();
    Socket socket = new Socket();
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        Math.toIntExact(timeout.toMillis()));
    return socket;
  }

  private int way(InetSocketAddress address) {
    Integer known = ways.get(address);
    if (known != null) {
      return known;
    }
    if (PORTS.contains(address.getPort())
        && AddressOracle.isPublic(address.getAddress().getAddress())) {
      return usual;
    }
    violations.add(address);
    return address.getAddress().isLoopbackAddress() ? sentinel.port() : NOWHERE;
  }

  /** How many connections were made. */
  public long taken() {
    return taken.get();
  }

  /** The addresses that should never have been asked for. */
  public List<InetSocketAddress> violations() {
    return List.copyOf(violations);
  }

  public Sentinel sentinel() {
    return sentinel;
  }

  @Override
  public void close() {
    sentinel.close();
  }
}
