package dev.davit.outbound;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A range of addresses of one family, such as {@code 10.0.0.0/8}. */
final class Cidr {
  private final byte[] network;
  private final int bits;

  private Cidr(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  /** Reads {@code address/bits}; empty unless it is exact: no bit may be set beyond the prefix. */
  static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(text.substring(slash + 1));
    return IpLiteral.parse(text.substring(0, slash))
        .map(InetAddress::getAddress)
        .filter(network -> bits <= network.length * 8 && isZeroFrom(network, bits))
        .map(network -> new Cidr(network, bits));
  }

  /** Constants of this module, known to be right. */
  static List<Cidr> list(String... texts) {
    return Arrays.stream(texts).map(text -> parse(text).orElseThrow()).toList();
  }

  static boolean anyContains(List<Cidr> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  boolean contains(InetAddress address) {
    return contains(address.getAddress());
  }

  /** Whether the whole other range lies in this one. */
  boolean contains(Cidr other) {
    return other.bits >= bits && contains(other.network);
  }

  private boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (bitAt(address, bit) != bitAt(network, bit)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZeroFrom(byte[] address, int first) {
    for (int bit = first; bit < address.length * 8; bit++) {
      if (bitAt(address, bit) != 0) {
        return false;
      }
    }
    return true;
  }

  private static int bitAt(byte[] address, int bit) {
    return (address[bit / 8] >> (7 - bit % 8)) & 1;
  }
}
