package dev.davit.app;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Chooses a port where the operator left that open: the server's own address must be known before
 * it listens.
 */
final class FreePort {
  private FreePort() {}

  static int orChosen(String host, int chosen) {
    if (chosen != 0) {
      return chosen;
    }
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new CloudException(
          ErrorKind.MISCONFIGURED, "DAVIT_HOST is no address of this machine: " + host, e);
    }
  }
}
