package dev.davit.outbound;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Says which addresses are public, by first and last addresses compared as numbers: nothing here is
 * shared with the code that is tested.
 */
public final class AddressOracle {
  /** A range from its first to its last address. */
  record Range(String first, String last) {
    BigInteger low() {
      return number(bytes(first));
    }

    BigInteger high() {
      return number(bytes(last));
    }

    int length() {
      return bytes(first).length;
    }

    boolean holds(byte[] address) {
      BigInteger value = number(address);
      return address.length == length()
          && value.compareTo(low()) >= 0
          && value.compareTo(high()) <= 0;
    }
  }

  static final List<Range> DENIED =
      List.of(
          new Range("0.0.0.0", "0.255.255.255"),
          new Range("10.0.0.0", "10.255.255.255"),
          new Range("100.64.0.0", "100.127.255.255"),
          new Range("127.0.0.0", "127.255.255.255"),
          new Range("168.63.129.16", "168.63.129.16"),
          new Range("169.254.0.0", "169.254.255.255"),
          new Range("172.16.0.0", "172.31.255.255"),
          new Range("192.0.0.0", "192.0.0.255"),
          new Range("192.0.2.0", "192.0.2.255"),
          new Range("192.31.196.0", "192.31.196.255"),
          new Range("192.52.193.0", "192.52.193.255"),
          new Range("192.88.99.0", "192.88.99.255"),
          new Range("192.168.0.0", "192.168.255.255"),
          new Range("192.175.48.0", "192.175.48.255"),
          new Range("198.18.0.0", "198.19.255.255"),
          new Range("198.51.100.0", "198.51.100.255"),
          new Range("203.0.113.0", "203.0.113.255"),
          new Range("224.0.0.0", "239.255.255.255"),
          new Range("240.0.0.0", "255.255.255.255"),
          new Range("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff"),
          new Range("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"),
          new Range("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
          new Range("2620:4f:8000::", "2620:4f:8000:ffff:ffff:ffff:ffff:ffff"),
          new Range("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"));

  static final Range GLOBAL_V6 = new Range("2000::", "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

  private AddressOracle() {}

  /** Whether these bytes are an address of the public Internet. */
  public static boolean isPublic(byte[] address) {
    return (address.length == 4 || GLOBAL_V6.holds(address))
        && DENIED.stream().noneMatch(range -> range.holds(address));
  }

  static BigInteger number(byte[] bytes) {
    return new BigInteger(1, bytes);
  }

  static byte[] bytes(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
