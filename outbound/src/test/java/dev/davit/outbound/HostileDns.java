package dev.davit.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Answers, whatever the name, what an attacker's server might answer; the same each time. */
public final class HostileDns implements NameResolver {
  private static final List<String> ANSWERS =
      List.of(
          "127.0.0.1",
          "169.254.169.254",
          "10.0.0.5",
          "::1",
          "::ffff:127.0.0.1",
          "1.1.1.1,10.0.0.5",
          "64:ff9b::a9fe:a9fe",
          "",
          "fd00:ec2::254",
          "1.1.1.1",
          "2606:4700:4700::1111");

  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    int choice = Math.floorMod(host.hashCode(), ANSWERS.size() + 1);
    if (choice == ANSWERS.size()) {
      throw new UnknownHostException(host);
    }
    return StubDns.addresses(ANSWERS.get(choice));
  }
}
