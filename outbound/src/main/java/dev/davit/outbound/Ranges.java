package dev.davit.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are anybody's on the Internet, and which no setting can open. Judges the bytes of
 * an address, never how it was written. Sources: the IANA special-purpose address registries (RFC
 * 6890), and the metadata services of cloud hosts.
 */
final class Ranges {
  private static final List<Cidr> DENIED_V4 =
      Cidr.list(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "168.63.129.16/32",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /**
   * Whatever is not global unicast is denied: IPv4-mapped, NAT64, local, multicast and the rest.
   */
  private static final List<Cidr> ALLOWED_V6 = Cidr.list("2000::/3");

  private static final List<Cidr> DENIED_V6 =
      Cidr.list("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  /**
   * Closed even to the operator's list: unspecified, loopback, link-local, metadata services
   * (Azure, Alibaba, Oracle, AWS, Google, Scaleway), multicast, and IPv6 that has IPv4 inside.
   */
  private static final List<Cidr> UNLISTABLE =
      Cidr.list(
          "0.0.0.0/8",
          "100.100.100.200/32",
          "127.0.0.0/8",
          "168.63.129.16/32",
          "169.254.0.0/16",
          "192.0.0.192/32",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "::/8",
          "2001::/32",
          "2002::/16",
          "fd00:42::42/128",
          "fd00:c1::a9fe:a9fe/128",
          "fd00:ec2::/32",
          "fd20:ce::254/128",
          "fe80::/10",
          "ff00::/8");

  private static final List<Cidr> LOOPBACK = Cidr.list("127.0.0.0/8", "::1/128");

  private Ranges() {}

  /** Whether anybody may reach it. */
  static boolean isPublic(InetAddress address) {
    return address instanceof Inet6Address
        ? Cidr.anyContains(ALLOWED_V6, address) && !Cidr.anyContains(DENIED_V6, address)
        : !Cidr.anyContains(DENIED_V4, address);
  }

  static boolean isLoopback(InetAddress address) {
    return Cidr.anyContains(LOOPBACK, address);
  }

  /** Whether the operator may open it. */
  static boolean isListable(InetAddress address) {
    return !Cidr.anyContains(UNLISTABLE, address);
  }

  /** Whether the operator may open any of it: some ranges lie wholly in what stays closed. */
  static boolean isListable(Cidr range) {
    return UNLISTABLE.stream().noneMatch(closed -> closed.contains(range));
  }
}
