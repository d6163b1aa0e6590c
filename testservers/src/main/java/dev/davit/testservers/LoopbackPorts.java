package dev.davit.testservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

  private LoopbackPorts() {}

  /** A port that is free, and so is the one {@link #BUS} above it. */
  static int pick() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LEAST, MOST);
      if (isFree(port) && isFree(port + BUS)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port on loopback");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
