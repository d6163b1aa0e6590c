package dev.davit.outbound;

import dev.davit.outbound.Refusal.Reason;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/** What may be reached. Decides by what it is given and does no I/O. */
final class Policy {
  private static final Set<Integer> PORTS = Set.of(443, 8443);
  private static final String LOCALHOST = "localhost";

  private final List<AllowRule> rules;
  private final boolean loopback;
  private final OwnAddresses own;

  /**
   * A policy.
   *
   * @param loopback whether this machine itself may be reached, for development
   */
  Policy(List<AllowRule> rules, boolean loopback, OwnAddresses own) {
    this.rules = List.copyOf(rules);
    this.loopback = loopback;
    this.own = own;
  }

  /** Refuses what no address could make good. */
  void checkName(Target target) {
    if (own.contains(target)) {
      throw Refusal.of(Reason.SELF, target.authority(), null);
    }
    if (isOpenedByName(target)) {
      return;
    }
    if (!target.isTls()) {
      throw Refusal.of(Reason.SCHEME, target.authority(), null);
    }
    if (!PORTS.contains(target.port())) {
      throw Refusal.of(Reason.PORT, target.authority(), null);
    }
    if (isLocalName(target)) {
      throw Refusal.of(Reason.NAME, target.authority(), null);
    }
  }

  /** Refuses the address, unless the target may be reached at it. Judges the name again, too. */
  void checkAddress(Target target, InetAddress address) {
    checkName(target);
    if (own.contains(address, target.port())) {
      throw Refusal.of(Reason.SELF, target.authority(), null);
    }
    if (!isOpen(target, address)) {
      String at = target.authority() + " is " + address.getHostAddress();
      throw Refusal.of(Reason.ADDRESS, at, null);
    }
  }

  private boolean isOpen(Target target, InetAddress address) {
    return isPublic(target, address)
        || (isLoopbackHost(target) && Ranges.isLoopback(address))
        || rules.stream().anyMatch(rule -> rule.names(target) && rule.opens(address));
  }

  private static boolean isPublic(Target target, InetAddress address) {
    return target.isTls()
        && PORTS.contains(target.port())
        && !isLocalName(target)
        && Ranges.isPublic(address);
  }

  private boolean isOpenedByName(Target target) {
    return isLoopbackHost(target) || rules.stream().anyMatch(rule -> rule.names(target));
  }

  private boolean isLoopbackHost(Target target) {
    return loopback
        && HostGrammar.literal(target.host())
            .map(Ranges::isLoopback)
            .orElseGet(() -> target.host().equals(LOCALHOST));
  }

  private static boolean isLocalName(Target target) {
    return HostGrammar.literal(target.host()).isEmpty() && HostGrammar.isLocalName(target.host());
  }
}
