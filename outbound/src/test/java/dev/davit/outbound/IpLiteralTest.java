package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3",
        "1.2.3.4.5",
        "01.2.3.4",
        "1.2.3.256",
        "1.2.3.",
        ".1.2.3",
        "0x1.2.3.4",
        "1.2.3.4 ",
        "",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "12345::",
        "g::",
        "::1%lo",
        "1:2:3:4:5:6:7::1.2.3.4",
        "::1.2.3",
        "1.2.3.4::",
        "::01.2.3.4",
        "1:2:3:4:5:6:1.2.3.4:7",
        "::1.2.3.4:5",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:"
      })
  void S1_ambiguousOrBrokenLiteral_isNone(String text) {
    assertThat(IpLiteral.parse(text)).isEmpty();
  }

  @Property
  void S1_spelledIpv6_isReadAsTheJdkReadsIt(@ForAll @Size(16) byte[] bytes)
      throws UnknownHostException {
    InetAddress address = java.net.Inet6Address.getByAddress(null, bytes, -1);
    assertThat(IpLiteral.parse(address.getHostAddress()).orElseThrow().getAddress())
        .isEqualTo(bytes);
  }

  @Property
  void S1_shortenedIpv6_isReadAsTheJdkReadsIt(@ForAll @Size(16) byte[] bytes)
      throws UnknownHostException {
    bytes[4] = bytes[5] = bytes[6] = bytes[7] = 0;
    bytes[0] = 0x20;
    String text =
        java.net.Inet6Address.getByAddress(null, bytes, -1)
            .getHostAddress()
            .replaceFirst(":0:0:", "::");
    assertThat(IpLiteral.parse(text).orElseThrow()).isEqualTo(InetAddress.getByName(text));
  }

  @Property
  void S1_spelledIpv4_isReadAsTheJdkReadsIt(@ForAll @Size(4) byte[] bytes)
      throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);
    assertThat(IpLiteral.parse(address.getHostAddress())).contains(address);
  }
}
