package dev.davit.outbound;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says where a connection would go, and sends nothing. */
final class RecordingConnector implements Connector {
  private final List<InetSocketAddress> connected = new ArrayList<>();

  @Override
  public synchronized Socket connect(InetSocketAddress address, Duration timeout) {
    connected.add(address);
    return new Socket();
  }

  synchronized List<InetSocketAddress> connected() {
    return List.copyOf(connected);
  }

  synchronized List<String> addresses() {
    return connected.stream().map(to -> to.getAddress().getHostAddress()).toList();
  }
}
