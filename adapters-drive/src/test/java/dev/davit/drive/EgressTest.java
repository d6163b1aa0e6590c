package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.memory.FixedCredentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way out that an operator has set serves Google. */
class EgressTest {
  private final @Nullable ProxySelector before = ProxySelector.getDefault();

  @AfterEach
  void restore() {
    ProxySelector.setDefault(before);
  }

  @Test
  void S8_proxyOfTheJvm_isTheWayToGoogle() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ProxySelector.setDefault(always(proxy));
      CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> answered(proxy));
      URI google = URI.create("http://drive.invalid/");
      try (DriveProvider provider =
          new DriveProvider(Googles.settings(google), InstantSource.system())) {
        OAuthTokens tokens = new OAuthTokens(new Secret("access"), null, null, Set.of());
        CloudException refused =
            catchThrowableOfType(
                CloudException.class,
                () -> provider.open(new FixedCredentials(tokens)).stat(EntryId.ROOT));
        assertThat(refused.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
      }
      assertThat(asked.get(10, TimeUnit.SECONDS))
          .startsWith("GET http://drive.invalid/drive/v3/files/root?");
    }
  }

  private static ProxySelector always(ServerSocket proxy) {
    InetSocketAddress address = new InetSocketAddress(proxy.getInetAddress(), proxy.getLocalPort());
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(new Proxy(Proxy.Type.HTTP, address));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress there, IOException e) {
        throw new AssertionError(e);
      }
    };
  }

  /** The first line of a request, which is answered with 503. */
  private static String answered(ServerSocket proxy) {
    try (Socket client = proxy.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      String first = in.readLine();
      for (String line = first; line != null && !line.isEmpty(); line = in.readLine()) {}
      client
          .getOutputStream()
          .write(
              "HTTP/1.1 503 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      return String.valueOf(first);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
