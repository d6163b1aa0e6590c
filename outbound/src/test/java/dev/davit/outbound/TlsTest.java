package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @SuppressWarnings("NullAway.Init")
  private static TlsServer right;

  @SuppressWarnings("NullAway.Init")
  private static TlsServer wrongName;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    right =
        TlsServer.start(Files.createDirectory(folder.resolve("a")), "dns:localhost,ip:127.0.0.1");
    wrongName = TlsServer.start(Files.createDirectory(folder.resolve("b")), "dns:other.example");
  }

  @AfterAll
  static void stop() throws IOException {
    right.close();
    wrongName.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void S4_serverOfPrivateAuthority_isReached(String host) throws IOException {
    OutboundGuard guard = trusting(right);
    try (Socket socket = guard.open(target(guard, host, right.port()), LONG)) {
      assertThat(socket).isInstanceOf(SSLSocket.class);
      assertThat(socket.getInputStream().read()).isEqualTo(TlsServer.GREETING);
    }
  }

  @Test
  void S4_unknownAuthority_isRefused() {
    OutboundGuard guard = OutboundGuard.builder().allowLoopback(true).build();
    assertTlsRefused(guard, "127.0.0.1", right.port());
  }

  @Test
  void S4_certificateOfAnotherName_isRefused() {
    assertTlsRefused(trusting(wrongName), "127.0.0.1", wrongName.port());
    assertTlsRefused(trusting(wrongName), "localhost", wrongName.port());
  }

  @Test
  void S4_clientThatForgotTheName_isRefusedToo() throws IOException {
    OutboundGuard guard = trusting(wrongName);
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), wrongName.port());
        SSLSocket bare = layered(guard, plain, "127.0.0.1", wrongName.port())) {
      assertThatThrownBy(bare::startHandshake).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void S4_clientThatGivesNoName_isRefused() throws IOException {
    OutboundGuard guard = trusting(wrongName);
    try (SSLSocket bare = (SSLSocket) guard.tls().getSocketFactory().createSocket()) {
      bare.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), wrongName.port()));
      assertThatThrownBy(bare::startHandshake).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void S4_silentServer_endsTheHandshakeAtItsDeadline() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      OutboundGuard guard = trusting(right);
      Target target = target(guard, "127.0.0.1", silent.getLocalPort());
      Socket plain = guard.connect(target, LONG);
      String reason = Guards.refused(() -> guard.secure(plain, target, Duration.ofMillis(200)));
      assertThat(reason).startsWith("TLS");
      assertThat(plain.isClosed()).isTrue();
    }
  }

  @Test
  void S4_trustFileThatIsNone_isTheOperatorsFault(@TempDir Path folder) throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path garbage = Files.writeString(folder.resolve("garbage.pem"), "-----BEGIN X-----\nno\n");
    assertTrustFault(folder.resolve("missing.pem"), "can't be read");
    assertTrustFault(empty, "no certificate");
    assertTrustFault(garbage, "not a PEM file");
  }

  private static void assertTrustFault(Path pem, String words) {
    assertThatThrownBy(() -> OutboundGuard.builder().trust(pem))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContaining(words)
        .hasMessageContaining(pem.toString());
  }

  private static void assertTlsRefused(OutboundGuard guard, String host, int port) {
    Target target = target(guard, host, port);
    assertThat(Guards.refused(() -> guard.open(target, LONG))).startsWith("TLS");
  }

  private static OutboundGuard trusting(TlsServer server) {
    return OutboundGuard.builder().allowLoopback(true).trust(server.pem()).build();
  }

  private static Target target(OutboundGuard guard, String host, int port) {
    return guard.parse("https://" + host + ":" + port + "/");
  }

  private static SSLSocket layered(OutboundGuard guard, Socket plain, String host, int port)
      throws IOException {
    return (SSLSocket) guard.tls().getSocketFactory().createSocket(plain, host, port, true);
  }
}
