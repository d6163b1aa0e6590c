package dev.davit.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a name. Safe for use by many threads. */
@FunctionalInterface
public interface NameResolver {
  /**
   * All addresses of the name, as one lookup answers them. May block; the guard waits no longer
   * than its deadline.
   *
   * @param host a name in lower case, never an address
   * @throws UnknownHostException if there is no such name, or it could not be looked up
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
