package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnAddressesTest {
  private static final InetAddress MINE = literal("198.51.100.7");
  private static final InetAddress OTHER = literal("198.51.100.8");

  @Test
  void S2_wildcardListener_standsForEveryAddressOfThisMachine() {
    OwnAddresses own =
        new OwnAddresses(List.of(new InetSocketAddress("0.0.0.0", 8443)), MINE::equals);
    assertThat(own.contains(MINE, 8443)).isTrue();
    assertThat(own.contains(literal("127.0.0.1"), 8443)).isTrue();
    assertThat(own.contains(MINE, 443)).isFalse();
    assertThat(own.contains(OTHER, 8443)).isFalse();
  }

  @Test
  void S2_portZero_standsForEveryPort() {
    OwnAddresses own = new OwnAddresses(List.of(new InetSocketAddress(MINE, 0)), address -> false);
    assertThat(own.contains(MINE, 443)).isTrue();
    assertThat(own.contains(OTHER, 443)).isFalse();
  }

  @Test
  void S2_interfacesOfThisMachine_areKnown() {
    OwnAddresses own = OwnAddresses.of(List.of(new InetSocketAddress("0.0.0.0", 443)));
    assertThat(own.contains(InetAddress.getLoopbackAddress(), 443)).isTrue();
    assertThat(own.contains(OTHER, 443)).isFalse();
  }

  private static InetAddress literal(String text) {
    return IpLiteral.parse(text).orElseThrow();
  }
}
