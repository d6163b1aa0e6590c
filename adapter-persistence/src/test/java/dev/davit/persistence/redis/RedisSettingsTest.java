package dev.davit.persistence.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.persistence.redis.RedisSettings.Kind;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redis' addresses. */
final class RedisSettingsTest {
  @Test
  void parse_ofTheShortestForm_hasTheUsualPort() {
    RedisSettings settings = RedisSettings.parse("redis://cache.example");
    assertThat(settings.nodes()).containsExactly(new RedisNode("cache.example", 6379));
    assertThat(settings.kind()).isEqualTo(Kind.ALONE);
    assertThat(settings.tls()).isFalse();
    assertThat(settings.password()).isNull();
  }

  @Test
  void parse_ofTheLongestForm_readsItAll() {
    RedisSettings settings = RedisSettings.parse("rediss://d%40vit:p%2Fa+%3A%25@[::1]:7000/12");
    assertThat(settings.nodes()).containsExactly(new RedisNode("::1", 7000));
    assertThat(settings.tls()).isTrue();
    assertThat(settings.database()).isEqualTo(12);
    assertThat(settings.user()).isEqualTo("d@vit");
    assertThat(settings.password()).isEqualTo(new Secret("p/a+:%"));
  }

  @Test
  void parse_ofSentinels_hasAllOfThemAndTheName() {
    RedisSettings settings = RedisSettings.parse("redis-sentinel://:pw@a,b:1,c:26379/3#my-primary");
    assertThat(settings.kind()).isEqualTo(Kind.SENTINEL);
    assertThat(settings.nodes())
        .containsExactly(
            new RedisNode("a", 26379), new RedisNode("b", 1), new RedisNode("c", 26379));
    assertThat(settings.primaryName()).isEqualTo("my-primary");
    assertThat(settings.database()).isEqualTo(3);
    assertThat(settings.user()).isNull();
    assertThat(settings.password()).isEqualTo(new Secret("pw"));
  }

  @Test
  void parse_ofACluster_hasItsNodes() {
    RedisSettings settings = RedisSettings.parse("rediss-cluster://u:pw@10.0.0.1:7001,10.0.0.2");
    assertThat(settings.kind()).isEqualTo(Kind.CLUSTER);
    assertThat(settings.nodes())
        .containsExactly(new RedisNode("10.0.0.1", 7001), new RedisNode("10.0.0.2", 6379));
    assertThat(settings.tls()).isTrue();
  }

  @Test
  void withLogin_isTheLogin_andIsNotShown() {
    RedisSettings settings =
        RedisSettings.parse("redis://a").withLogin("davit", new Secret("s3cret"));
    assertThat(settings.user()).isEqualTo("davit");
    assertThat(settings.password()).isEqualTo(new Secret("s3cret"));
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s3cret",
        "http://:s3cret@host",
        "redis:host:s3cret",
        "redis://",
        "redis://:s3cret@",
        "redis://s3cret@host",
        "redis://:s3cr%zt@host",
        "redis://:s3cret@host@host",
        "redis://:s3/cret@host",
        "redis://:s3cret@host:0",
        "redis://:s3cret@host:65536",
        "redis://:s3cret@host:port",
        "redis://:s3cret@ho st",
        "redis://:s3cret@host/s3cret",
        "redis://:s3cret@host?password=s3cret",
        "redis://:s3cret@host1,host2",
        "redis://:s3cret@host#s3cret",
        "redis-sentinel://:s3cret@host1,host2/0",
        "redis-cluster://:s3cret@host1,,host2",
        "redis-cluster://:s3cret@host/1",
        "redis-cluster://:s3cret@host#name",
        "redis+sentinel://:s3cret@host#name",
      })
  void parse_ofAnythingElse_isMisconfiguredAndRepeatsNothing(String url) {
    assertThatThrownBy(() -> RedisSettings.parse(url))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageNotContainingAny("s3cr", "host@")
        .message()
        .containsAnyOf("redis://:password@host:6379/0", "%25");
  }
}
