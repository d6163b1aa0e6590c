package dev.davit.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.function.Predicate;

/** What belongs to this service itself: its listener, its database. Never reached for a user. */
final class OwnAddresses {
  private final List<InetSocketAddress> own;
  private final Predicate<InetAddress> onThisMachine;

  OwnAddresses(List<InetSocketAddress> own, Predicate<InetAddress> onThisMachine) {
    this.own = List.copyOf(own);
    this.onThisMachine = onThisMachine;
  }

  /** Judged by the interfaces that this machine has at that moment. */
  static OwnAddresses of(List<InetSocketAddress> own) {
    return new OwnAddresses(own, OwnAddresses::isOnThisMachine);
  }

  /** Whether it was handed in by this very name. */
  boolean contains(Target target) {
    return own.stream()
        .anyMatch(
            mine ->
                isSamePort(mine, target.port())
                    && mine.getHostString().equalsIgnoreCase(target.host()));
  }

  /** Whether a connection to this address and port would end there. */
  boolean contains(InetAddress address, int port) {
    return own.stream().anyMatch(mine -> isSamePort(mine, port) && isSameHost(mine, address));
  }

  private boolean isSameHost(InetSocketAddress mine, InetAddress address) {
    InetAddress mineAddress = mine.getAddress();
    if (mineAddress == null) {
      return false;
    }
    return mineAddress.isAnyLocalAddress()
        ? address.isLoopbackAddress() || onThisMachine.test(address)
        : mineAddress.equals(address);
  }

  private static boolean isSamePort(InetSocketAddress mine, int port) {
    return mine.getPort() == 0 || mine.getPort() == port;
  }

  private static boolean isOnThisMachine(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return true;
    }
  }
}
