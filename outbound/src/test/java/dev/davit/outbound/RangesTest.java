package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.outbound.AddressOracle.Range;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
  static List<Range> ranges() {
    List<Range> ranges = new ArrayList<>(AddressOracle.DENIED);
    ranges.add(AddressOracle.GLOBAL_V6);
    return ranges;
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void S2_bordersOfRange_areExact(Range range) {
    BigInteger[] borders = {
      range.low(),
      range.high(),
      range.low().subtract(BigInteger.ONE),
      range.high().add(BigInteger.ONE)
    };
    for (BigInteger border : borders) {
      if (border.signum() >= 0 && border.bitLength() <= range.length() * 8) {
        InetAddress address = address(border, range.length());
        assertThat(Ranges.isPublic(address))
            .as(address.getHostAddress())
            .isEqualTo(AddressOracle.isPublic(address.getAddress()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void S2_insideOfDeniedRange_isDenied(Range range) {
    BigInteger middle = range.low().add(range.high()).shiftRight(1);
    boolean expected = range.equals(AddressOracle.GLOBAL_V6);
    assertThat(Ranges.isPublic(address(middle, range.length()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "::ffff:1.1.1.1",
        "::1.1.1.1",
        "64:ff9b::1.1.1.1",
        "64:ff9b:1::1",
        "100::1",
        "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "4000::",
        "fc00::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "5f00::1"
      })
  void S2_ipv6BeyondGlobalUnicast_isDenied(String address) {
    assertThat(Ranges.isPublic(IpLiteral.parse(address).orElseThrow())).isFalse();
  }

  @Test
  void S2_mappedAddress_isDeniedAsIpv6AndJudgedAsIpv4() throws UnknownHostException {
    byte[] mapped = IpLiteral.parse("::ffff:10.0.0.5").orElseThrow().getAddress();
    assertThat(Ranges.isPublic(Inet6Address.getByAddress(null, mapped, -1))).isFalse();
    assertThat(Ranges.isPublic(InetAddress.getByAddress(mapped))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "168.63.129.16",
        "100.100.100.200",
        "192.0.0.192",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:192.168.1.10",
        "64:ff9b::a9fe:a9fe",
        "2002:a9fe:a9fe::1",
        "fe80::1",
        "fd00:ec2::254",
        "fd20:ce::254",
        "ff02::1"
      })
  void S5_localAndMetadataAddress_isNeverListable(String address) {
    assertThat(Ranges.isListable(IpLiteral.parse(address).orElseThrow())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "192.168.1.10", "100.64.0.1", "172.16.0.9", "fd12::1"})
  void S5_privateAddress_isListable(String address) {
    assertThat(Ranges.isListable(IpLiteral.parse(address).orElseThrow())).isTrue();
  }

  private static InetAddress address(BigInteger number, int length) {
    byte[] bytes = new byte[length];
    byte[] digits = number.toByteArray();
    int copied = Math.min(digits.length, length);
    System.arraycopy(digits, digits.length - copied, bytes, length - copied, copied);
    try {
      return length == 16
          ? Inet6Address.getByAddress(null, bytes, -1)
          : InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
