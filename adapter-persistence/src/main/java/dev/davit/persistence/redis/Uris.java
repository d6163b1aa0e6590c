package dev.davit.persistence.redis;

import dev.davit.persistence.redis.RedisSettings.Kind;
import dev.davit.ports.Secret;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings, as Redis' client is told them. */
final class Uris {
  private Uris() {}

  /** One for each node of a Cluster; otherwise one. */
  static List<RedisURI> of(RedisSettings settings) {
    return settings.kind() == Kind.SENTINEL
        ? List.of(sentinels(settings))
        : settings.nodes().stream().map(node -> uri(settings, node)).toList();
  }

  private static RedisURI uri(RedisSettings settings, RedisNode node) {
    return login(settings, RedisURI.Builder.redis(node.host(), node.port()));
  }

  private static RedisURI sentinels(RedisSettings settings) {
    RedisNode first = settings.nodes().get(0);
    RedisURI.Builder builder =
        RedisURI.Builder.sentinel(first.host(), first.port(), settings.primaryName());
    settings.nodes().stream()
        .skip(1)
        .forEach(node -> builder.withSentinel(node.host(), node.port()));
    RedisURI uri = login(settings, builder);
    uri.getSentinels().forEach(sentinel -> loginAtSentinel(settings, sentinel));
    return uri;
  }

  private static void loginAtSentinel(RedisSettings settings, RedisURI sentinel) {
    sentinel.setTimeout(LineOptions.GREETING);
    sentinel.setSsl(settings.tls());
    credentials(null, settings.sentinelPassword(), sentinel);
  }

  private static RedisURI login(RedisSettings settings, RedisURI.Builder builder) {
    RedisURI uri =
        builder
            .withSsl(settings.tls())
            .withDatabase(settings.database())
            .withTimeout(LineOptions.GREETING)
            .build();
    credentials(settings.user(), settings.password(), uri);
    return uri;
  }

  private static void credentials(@Nullable String user, @Nullable Secret password, RedisURI uri) {
    if (password != null) {
      RedisCredentials credentials = RedisCredentials.just(user, password.reveal().toCharArray());
      uri.setCredentialsProvider(RedisCredentialsProvider.from(() -> credentials));
    }
  }
}
