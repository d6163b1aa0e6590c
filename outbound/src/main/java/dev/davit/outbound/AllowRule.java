package dev.davit.outbound;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A server beyond the public Internet that the operator opens: a request may go there only if the
 * host, the address that it has, the port and the scheme all match one rule.
 *
 * <p>Loopback, link-local, multicast and metadata addresses can't be opened: a rule for them alone
 * is refused, and a wider one does not reach them.
 *
 * @param host a name, or an address without brackets; stands for itself only
 * @param cidr in which range its addresses must lie, such as {@code 192.168.1.10/32}
 * @param port 1 to 65535
 * @param scheme {@code https}, or {@code http}, over which passwords travel in clear
 */
public record AllowRule(String host, String cidr, int port, String scheme) {
  /**
   * Checks each part.
   *
   * @throws CloudException {@link ErrorKind#MISCONFIGURED} naming the rule and what is wrong with
   *     it
   */
  public AllowRule {
    String rule = host + "|" + cidr + "|" + port + "|" + scheme;
    require(HostGrammar.isCanonical(host), rule, "has no usable host; write it in lower case");
    require(port >= 1 && port <= TargetGrammar.MAX_PORT, rule, "needs a port from 1 to 65535");
    require(TargetGrammar.isScheme(scheme), rule, "needs the scheme https or http");
    Optional<Cidr> range = Cidr.parse(cidr);
    require(range.isPresent(), rule, "has no exact address range, such as 192.168.1.0/24");
    require(
        range.filter(Ranges::isListable).isPresent(),
        rule,
        "opens loopback, link-local, multicast or metadata addresses, which stay closed");
    Optional<InetAddress> literal = HostGrammar.literal(host);
    require(
        literal.isEmpty() || literal.filter(range.orElseThrow()::contains).isPresent(),
        rule,
        "names an address outside its own range");
    require(
        literal.isEmpty() || literal.filter(Ranges::isListable).isPresent(),
        rule,
        "opens a loopback, link-local, multicast or metadata address, which stay closed");
  }

  /**
   * Reads {@code host|cidr|port|scheme}. Case and blanks around the parts don't count.
   *
   * @throws CloudException {@link ErrorKind#MISCONFIGURED} naming the rule and what is wrong with
   *     it
   */
  public static AllowRule parse(String text) {
    List<String> parts = List.of(text.toLowerCase(Locale.ROOT).split("\\|", -1));
    require(parts.size() == 4, text, "is not of the form name|CIDR|port|scheme");
    String port = parts.get(2).strip();
    require(port.matches("[1-9][0-9]{0,4}"), text, "needs a port from 1 to 65535");
    return new AllowRule(
        parts.get(0).strip(), parts.get(1).strip(), Integer.parseInt(port), parts.get(3).strip());
  }

  /** Whether the rule speaks of this host, port and scheme; the address is yet to be judged. */
  boolean names(Target target) {
    return host.equals(target.host()) && port == target.port() && scheme.equals(target.scheme());
  }

  /** Whether the address is one that the rule opens. */
  boolean opens(InetAddress address) {
    return Ranges.isListable(address) && Cidr.parse(cidr).orElseThrow().contains(address);
  }

  private static void require(boolean good, String rule, String fault) {
    if (!good) {
      throw new CloudException(
          ErrorKind.MISCONFIGURED, "The outbound rule \"" + rule + "\" " + fault + ".");
    }
  }
}
