package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connecting to one address of several, and past any proxy. */
class ConnectingTest {
  private final RecordingConnector connector = new RecordingConnector();
  private final StubDns dns = StubDns.fromTable();

  @Test
  void S4_manyAddresses_areTriedWithinOneTimeout() {
    dns.put("many.example", "1.1.1.1,1.1.1.2,1.1.1.3,1.1.1.4,1.1.1.5,1.1.1.6");
    List<Duration> given = new ArrayList<>();
    Connector failing =
        (address, timeout) -> {
          given.add(timeout);
          throw new IOException("refused");
        };
    OutboundGuard guard = Guards.stubbed(dns, failing).build();
    Guards.refused(
        () -> guard.connect(guard.parse("https://many.example/"), Duration.ofSeconds(8)));
    assertThat(given).hasSize(4).containsOnly(Duration.ofSeconds(2));
  }

  @Test
  void connect_whereTheFirstAddressIsDead_triesTheNext() {
    dns.put("two.example", "1.1.1.1,1.1.1.2");
    Connector firstDead =
        (address, timeout) -> {
          if (address.getAddress().getHostAddress().equals("1.1.1.1")) {
            throw new IOException("refused");
          }
          return connector.connect(address, timeout);
        };
    OutboundGuard guard = Guards.stubbed(dns, firstDead).build();
    guard.connect(guard.parse("https://two.example/"), Guards.SECOND);
    assertThat(connector.addresses()).containsExactly("1.1.1.2");
  }

  @Test
  void S8_realConnections_goThroughNoProxy() throws IOException {
    ProxySelector before = ProxySelector.getDefault();
    List<URI> asked = new ArrayList<>();
    ProxySelector.setDefault(recordingSelector(asked));
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      OutboundGuard guard = OutboundGuard.builder().allowLoopback(true).build();
      Target target = guard.parse("http://127.0.0.1:" + server.getLocalPort() + "/");
      try (Socket socket = guard.open(target, Guards.SECOND)) {
        assertThat(socket.isConnected()).isTrue();
      }
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(asked).isEmpty();
  }

  private static ProxySelector recordingSelector(List<URI> asked) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        asked.add(uri);
        return List.of(Proxy.NO_PROXY);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {}
    };
  }
}
