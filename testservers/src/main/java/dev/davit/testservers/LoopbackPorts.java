package dev.davit.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of 127.0.0.1 that nobody listens at, for servers that keep theirs over a stop. They are
 * below those that the system gives to clients: a client that tries again and again to reach a
 * server that is stopped could else be given that very port, and talk to itself.
 */
final class LoopbackPorts {
  /** How far above its port a node of a Redis Cluster talks to the others. */
  static final int BUS = 10_000;

  private static final int LEAST = 11_000;
  private static final int MOST = 22_000;
  private static final int TRIES = 100;
  private static final Map<Integer, List<ServerSocket>> HELD = new ConcurrentHashMap<>();

  private LoopbackPorts() {}

  /**
   * A port that is free, and so is the one {@link #BUS} above it. Both are held, so that nobody
   * else picks them, until they are {@link #release}d.
   */
  static int pick() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LEAST, MOST);
      if (hold(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port on loopback");
  }

  private static boolean hold(int port) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      held.add(bound(port));
      held.add(bound(port + BUS));
      HELD.put(port, held);
      return true;
    } catch (IOException taken) {
      held.forEach(LoopbackPorts::close);
      return false;
    }
  }

  private static ServerSocket bound(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  /** Lets go of a port, for the server that is to listen there; what is not held is left alone. */
  static void release(int port) {
    List<ServerSocket> held = HELD.remove(port);
    if (held != null) {
      held.forEach(LoopbackPorts::close);
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
