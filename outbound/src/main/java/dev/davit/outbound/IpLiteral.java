package dev.davit.outbound;

import java.io.ByteArrayOutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses in the one spelling that every reader agrees on: four decimal numbers without
 * leading zeros, or IPv6 (RFC 4291, 2.2) without a zone. {@link InetAddress} is never asked to: it
 * takes {@code 127.1}, {@code 2130706433} and {@code 010.0.0.1} too, and turns an IPv4-mapped
 * address into IPv4.
 */
final class IpLiteral {
  private static final String OCTET = "(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
  private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int V6_LENGTH = 16;

  private IpLiteral() {}

  /** The address that the text spells, without brackets; empty if it spells none. */
  static Optional<InetAddress> parse(String text) {
    byte[] bytes = text.indexOf(':') < 0 ? v4(text) : v6(text);
    return Optional.ofNullable(bytes).map(IpLiteral::address);
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return bytes.length == V6_LENGTH
          ? Inet6Address.getByAddress(null, bytes, -1)
          : InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError("4 or 16 bytes are an address", e);
    }
  }

  private static byte @Nullable [] v4(String text) {
    if (!V4.matcher(text).matches()) {
      return null;
    }
    String[] octets = text.split("\\.", -1);
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) Integer.parseInt(octets[i]);
    }
    return bytes;
  }

  private static byte @Nullable [] v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      byte[] whole = groups(text, true);
      return whole != null && whole.length == V6_LENGTH ? whole : null;
    }
    byte[] head = groups(text.substring(0, gap), false);
    byte[] tail = groups(text.substring(gap + 2), true);
    // The gap stands for one group of zeros at least.
    if (head == null || tail == null || head.length + tail.length > V6_LENGTH - 2) {
      return null;
    }
    byte[] bytes = new byte[V6_LENGTH];
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(tail, 0, bytes, V6_LENGTH - tail.length, tail.length);
    return bytes;
  }

  /** Groups between colons; the last may be a dotted quad where that is allowed. */
  private static byte @Nullable [] groups(String text, boolean quadAllowed) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(V6_LENGTH);
    String[] groups = text.split(":", -1);
    for (int i = 0; i < groups.length; i++) {
      boolean quad = quadAllowed && i == groups.length - 1 && groups[i].indexOf('.') >= 0;
      byte[] group = quad ? v4(groups[i]) : group(groups[i]);
      if (group == null) {
        return null;
      }
      bytes.writeBytes(group);
    }
    return bytes.toByteArray();
  }

  private static byte @Nullable [] group(String text) {
    if (!GROUP.matcher(text).matches()) {
      return null;
    }
    int value = Integer.parseInt(text, 16);
    return new byte[] {(byte) (value >> 8), (byte) value};
  }
}
