package dev.davit.app;

import dev.davit.objectstore.S3Settings;
import dev.davit.persistence.redis.RedisSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where this service itself can be reached, and what it keeps its own in; no user may connect any
 * of it as a storage.
 */
final class OwnAddresses {
  private static final int ANY_PORT = 0;

  private OwnAddresses() {}

  /** By name, and by the addresses that the names have now. */
  static List<InetSocketAddress> of(Settings settings) {
    List<InetSocketAddress> own = new ArrayList<>();
    own.add(new InetSocketAddress(settings.host(), settings.port()));
    URI publicUrl = settings.publicUrl();
    if (publicUrl != null) {
      own.add(InetSocketAddress.createUnresolved(publicUrl.getHost(), ANY_PORT));
    }
    settings.database().servers().forEach(server -> own.addAll(everywhere(server)));
    RedisSettings redis = settings.redis();
    if (redis != null) {
      redis
          .nodes()
          .forEach(node -> own.addAll(everywhere(new HostAndPort(node.host(), node.port()))));
    }
    S3Settings s3 = settings.storage().s3();
    if (s3 != null) {
      own.addAll(bucket(s3.endpoint()));
    }
    return own;
  }

  private static List<InetSocketAddress> everywhere(HostAndPort server) {
    InetSocketAddress name = InetSocketAddress.createUnresolved(server.host(), server.port());
    return Stream.concat(
            Stream.of(name),
            addresses(server.host()).map(there -> new InetSocketAddress(there, server.port())))
        .toList();
  }

  /**
   * The addresses of a service on the Internet may be those of others, too; whoever gets there by
   * another name gets no further than anyone on the Internet.
   */
  private static List<InetSocketAddress> bucket(URI endpoint) {
    boolean tls = "https".equals(endpoint.getScheme());
    int port = endpoint.getPort() >= 0 ? endpoint.getPort() : tls ? 443 : 80;
    return everywhere(HostAndPort.parse(endpoint.getHost(), port)).stream()
        .filter(own -> own.getAddress() == null || isInside(own.getAddress()))
        .toList();
  }

  private static Stream<InetAddress> addresses(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return Stream.of();
    }
  }

  private static boolean isInside(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || (address.getAddress()[0] & 0xfe) == 0xfc;
  }
}
