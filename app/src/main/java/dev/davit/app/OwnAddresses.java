package dev.davit.app;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Where this service itself can be reached, which no user may connect as a storage. */
final class OwnAddresses {
  private static final int ANY_PORT = 0;

  private OwnAddresses() {}

  static List<InetSocketAddress> of(Settings settings) {
    List<InetSocketAddress> own = new ArrayList<>();
    own.add(new InetSocketAddress(settings.host(), settings.port()));
    URI publicUrl = settings.publicUrl();
    if (publicUrl != null) {
      own.add(InetSocketAddress.createUnresolved(publicUrl.getHost(), ANY_PORT));
    }
    return own;
  }
}
