package dev.davit.app;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.app.support.NodeSettings;
import dev.davit.persistence.redis.RedisSettings;
import dev.davit.persistence.sql.SqlLimits;
import dev.davit.ports.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of many nodes, and those that go together. */
class ManyNodesSettingsTest {
  private static final String HIDDEN = "hunter22";

  @TempDir Path folder;
  private Map<String, String> good;

  @BeforeEach
  void setUp() {
    good = NodeSettings.of(folder);
  }

  private static Settings load(Map<String, String> settings) {
    return SettingsLoader.load(settings, null, Map.of());
  }

  /** The good ones but for some, of which an empty one is removed. */
  private Map<String, String> but(Map<String, String> changes) {
    Map<String, String> settings = new HashMap<>(good);
    settings.putAll(changes);
    return settings;
  }

  private static void assertRefused(Map<String, String> settings, String... words) {
    assertThatThrownBy(() -> load(settings))
        .isInstanceOf(SettingsException.class)
        .message()
        .contains(words)
        .hasLineCount(words.length)
        .doesNotContain(HIDDEN);
  }

  @Test
  void complete_isUnderstood() {
    Settings settings = load(good);

    assertThat(settings.database())
        .isEqualTo(
            new DatabaseSettings(
                "jdbc:postgresql://db.example:5433/davit",
                "davit",
                new Secret("pgpass"),
                new SqlLimits(20, ofSeconds(3), ofSeconds(10), ofSeconds(5))));
    assertThat(settings.redis()).isEqualTo(RedisSettings.parse("redis://redis.example:6379"));
    assertThat(settings.storage().kind()).isEqualTo(StorageSettings.Kind.S3);
    assertThat(Objects.requireNonNull(settings.storage().s3()).secretKey())
        .isEqualTo(new Secret("s3secret"));
    assertThat(settings.toString()).doesNotContain("pgpass", "s3secret", "a-token-for-metrics");
  }

  @Test
  void postgresqlAlone_isToldAllThatItNeeds_atOnce() {
    assertRefused(
        Map.of("DAVIT_DATABASE_URL", "jdbc:postgresql://db.example/davit"),
        "DAVIT_DATABASE_USER is missing",
        "DAVIT_KEYSET_FILE is missing",
        "DAVIT_STORAGE must be s3 or disk-shared",
        "DAVIT_PUBLIC_URL is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://davit:hunter22@db.example/davit",
        "jdbc:postgresql://db.example/davit?user=davit",
        "jdbc:postgresql://db.example/davit?ssl=true&password=hunter22",
      })
  void credentialsInTheAddress_areRefusedWithoutThem(String url) {
    assertRefused(
        but(Map.of("DAVIT_DATABASE_URL", url)), "DAVIT_DATABASE_URL holds credentials: take them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc:postgresql:davit", "jdbc:postgresql:///davit", "jdbc:postgresql://db", "x"})
  void anAddressWithoutServerOrDatabase_isRefused(String url) {
    assertThatThrownBy(() -> load(but(Map.of("DAVIT_DATABASE_URL", url))))
        .hasMessageContaining("DAVIT_DATABASE_URL is not a database of a kind");
  }

  @Test
  void settingsWithoutTheirCounterpart_areNamed() {
    Map<String, String> alone = new HashMap<>(good);
    List.of(
            "DAVIT_DATABASE_URL",
            "DAVIT_REDIS_URL",
            "DAVIT_STORAGE",
            "DAVIT_DATABASE_PASSWORD_FILE")
        .forEach(alone::remove);
    alone.put("DAVIT_REDIS_PASSWORD", HIDDEN);

    assertRefused(
        alone,
        "DAVIT_DATABASE_USER is set, and DAVIT_DATABASE_URL names no PostgreSQL",
        "DAVIT_DATABASE_PASSWORD is set, and DAVIT_DATABASE_URL names no PostgreSQL",
        "DAVIT_DATABASE_POOL is set, and DAVIT_DATABASE_URL names no PostgreSQL",
        "DAVIT_DATABASE_LOCK_TIMEOUT is set, and DAVIT_DATABASE_URL names no PostgreSQL",
        "DAVIT_REDIS_PASSWORD is set, and DAVIT_REDIS_URL names no Redis",
        "DAVIT_S3_ENDPOINT is set, and DAVIT_STORAGE is not s3",
        "DAVIT_S3_REGION is set, and DAVIT_STORAGE is not s3",
        "DAVIT_S3_BUCKET is set, and DAVIT_STORAGE is not s3",
        "DAVIT_S3_ACCESS_KEY is set, and DAVIT_STORAGE is not s3",
        "DAVIT_S3_SECRET_KEY is set, and DAVIT_STORAGE is not s3");
  }

  @Test
  void s3_isComplete() {
    assertRefused(
        Map.of("DAVIT_STORAGE", "s3"),
        "DAVIT_S3_ENDPOINT is missing",
        "DAVIT_S3_BUCKET is missing",
        "DAVIT_S3_ACCESS_KEY is missing",
        "DAVIT_S3_SECRET_KEY is missing");
    assertRefused(
        but(Map.of("DAVIT_S3_ENDPOINT", "s3.example", "DAVIT_S3_BUCKET", "A B")),
        "DAVIT_S3_ENDPOINT is not an address",
        "DAVIT_S3_BUCKET is not a bucket's name");
  }

  @Test
  void s3_mayBeUsedByOneNode_andItsRegionLeftOut() {
    Map<String, String> one = new HashMap<>(good);
    one.keySet().removeIf(name -> !name.startsWith("DAVIT_S") || name.endsWith("REGION"));

    assertThat(Objects.requireNonNull(load(one).storage().s3()).region()).isEqualTo("us-east-1");
  }

  @Test
  void aSharedDisk_hasItsFolderNamed() {
    Map<String, String> shared = new HashMap<>(good);
    shared.keySet().removeIf(name -> name.startsWith("DAVIT_S"));
    shared.put("DAVIT_STORAGE", "disk-shared");
    assertRefused(shared, "DAVIT_STORAGE is disk-shared, and DAVIT_STORAGE_FOLDER");

    shared.put("DAVIT_STORAGE_FOLDER", folder.toString());
    assertThat(load(shared).storage().folder()).isEqualTo(folder);
    assertRefused(
        but(Map.of("DAVIT_STORAGE_FOLDER", "x")), "DAVIT_STORAGE_FOLDER is set, and DAVIT_STORAGE");
  }

  @Test
  void E4_theKeyset_isThereAndItsOwnersOnly_andNeverMade() throws IOException {
    Path keyset = Path.of(good.get("DAVIT_KEYSET_FILE"));
    Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("rw-r-----"));
    assertRefused(good, "DAVIT_KEYSET_FILE: The keyset file " + keyset + " is open to others");

    Files.delete(keyset);
    assertRefused(good, "which is not there: copy it from another node");
    assertThat(keyset).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"short,false", "0123456789abcdef,true", "with a blank in its mid,false"})
  void theTokenOfTheMetrics_isHardToGuess(String token, boolean good) {
    Map<String, String> settings = Map.of("DAVIT_METRICS_TOKEN", token);
    if (good) {
      assertThat(load(settings).metricsToken()).isEqualTo(new Secret(token));
    } else {
      assertRefused(settings, "DAVIT_METRICS_TOKEN is not a token");
    }
  }

  @Test
  void redis_hasOnePassword_inItsAddressOrBesideIt() throws IOException {
    Path address = Files.writeString(folder.resolve("redis"), "redis://:hunter22@redis.example\n");
    Map<String, String> fromFile = Map.of("DAVIT_REDIS_URL_FILE", address.toString());
    RedisSettings expected = RedisSettings.parse("redis://:hunter22@redis.example");

    assertThat(load(fromFile).redis()).isEqualTo(expected);
    assertThat(
            load(Map.of("DAVIT_REDIS_URL", "redis://redis.example", "DAVIT_REDIS_PASSWORD", HIDDEN))
                .redis())
        .isEqualTo(expected);
    assertRefused(
        Map.of(
            "DAVIT_REDIS_URL", "redis://:hunter22@redis.example",
            "DAVIT_REDIS_PASSWORD", HIDDEN,
            "DAVIT_REDIS_SENTINEL_PASSWORD", HIDDEN),
        "DAVIT_REDIS_PASSWORD is set, and DAVIT_REDIS_URL has a password already",
        "DAVIT_REDIS_SENTINEL_PASSWORD is set, and DAVIT_REDIS_URL names no Sentinels");
    assertRefused(
        Map.of("DAVIT_REDIS_URL", "http://:hunter22@redis.example"),
        "DAVIT_REDIS_URL: The address");
  }
}
