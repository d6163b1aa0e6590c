package dev.davit.app.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The watchers of the guarded house see what they are there to see. */
class RoadsTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Sentinel server = Sentinel.post();
  private final Roads roads = new Roads(server.port());

  @AfterEach
  void close() {
    roads.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"169.254.169.254, 443", "10.0.0.5, 443", "fd00:ec2::254, 443", "1.1.1.1, 80"})
  void whatMustNotBeReached_isNotedAndLeadsNowhere(String address, int port) {
    assertThatThrownBy(() -> connect(address, port)).isInstanceOf(IOException.class);
    assertThat(roads.violations()).containsExactly(to(address, port));
    assertThat(server.wasReached()).isFalse();
  }

  @Test
  void loopback_isNotedAndLeadsToTheSentinel() throws IOException {
    connect("127.0.0.1", 443).close();
    assertThat(roads.violations()).containsExactly(to("127.0.0.1", 443));
    Await.until("it is reached", SOON, roads.sentinel()::wasReached);
  }

  @Test
  void publicAddress_leadsToTheServer() throws IOException {
    connect("1.1.1.1", 443).close();
    assertThat(roads.violations()).isEmpty();
    Await.until("it is reached", SOON, server::wasReached);
  }

  private Socket connect(String address, int port) throws IOException {
    return roads.connect(to(address, port), Duration.ofSeconds(5));
  }

  private static InetSocketAddress to(String address, int port) {
    return new InetSocketAddress(World.address(address), port);
  }
}
