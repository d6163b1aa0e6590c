package dev.davit.persistence.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.protocol.ProtocolVersion;
import java.time.Duration;

/** How a line to Redis behaves: it fails at once, or soon, and mends nothing by itself. */
final class LineOptions {
  /** How long a new line may take until it can be used. */
  static final Duration GREETING = Duration.ofSeconds(2);

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration TOPOLOGY = Duration.ofSeconds(30);

  private LineOptions() {}

  static ClientOptions single(Duration patience) {
    return common(ClientOptions.builder(), patience).build();
  }

  static ClusterClientOptions clustered(Duration patience) {
    ClusterClientOptions.Builder builder = ClusterClientOptions.builder();
    common(builder, patience);
    return builder
        .topologyRefreshOptions(
            ClusterTopologyRefreshOptions.builder().enablePeriodicRefresh(TOPOLOGY).build())
        .build();
  }

  /** RESP 2, since nothing that only RESP 3 has is asked for. */
  private static ClientOptions.Builder common(ClientOptions.Builder builder, Duration patience) {
    return builder
        .autoReconnect(false)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .protocolVersion(ProtocolVersion.RESP2)
        .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true).build())
        .sslOptions(SslOptions.builder().handshakeTimeout(GREETING).build())
        .timeoutOptions(TimeoutOptions.enabled(patience));
  }
}
