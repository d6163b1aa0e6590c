package dev.davit.app;

import dev.davit.http.HealthCheck;
import dev.davit.objectstore.DiskStorageProvider;
import dev.davit.objectstore.S3Settings;
import dev.davit.objectstore.S3StorageProvider;
import dev.davit.persistence.cache.LocalRateLimiter;
import dev.davit.persistence.redis.Redis;
import dev.davit.persistence.redis.RedisSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.ports.Flows;
import dev.davit.ports.RateLimiter;
import dev.davit.ports.storage.StorageProvider;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a node stands on, and may share with others.
 *
 * @param stores in the database
 * @param documents where those of users without a cloud are
 * @param redis null if there is none
 */
record Ground(SqlStores stores, StorageProvider documents, @Nullable Redis redis) {
  private static final String SEE_DATABASE = "See DAVIT_DATABASE_URL.";
  private static final String SEE_FOLDER = "See DAVIT_STORAGE_FOLDER, or else DAVIT_DATA.";
  private static final String SEE_BUCKET =
      "See DAVIT_S3_ENDPOINT, DAVIT_S3_REGION, DAVIT_S3_BUCKET and DAVIT_S3_ACCESS_KEY.";
  private static final String SEE_REDIS = "See DAVIT_REDIS_URL.";

  /**
   * Opens all of it.
   *
   * @param tls which authorities are trusted
   * @param opened who closes it
   * @throws dev.davit.ports.CloudException naming all that can't be had; a Redis that is away can
   */
  static Ground open(Settings settings, InstantSource clock, SSLContext tls, Opened opened) {
    StartFaults faults = new StartFaults();
    StorageSettings storage = settings.storage();
    Supplier<SqlStores> stores =
        faults.attempt(
            SEE_DATABASE, () -> opened.add(OpenDatabase.open(settings.database(), clock)));
    Supplier<StorageProvider> documents =
        faults.attempt(
            storage.s3() == null ? SEE_FOLDER : SEE_BUCKET, () -> documents(storage, tls, opened));
    Supplier<Optional<Redis>> redis =
        faults.attempt(SEE_REDIS, () -> redis(settings.redis(), opened));
    faults.check();
    return new Ground(stores.get(), documents.get(), redis.get().orElse(null));
  }

  private static StorageProvider documents(StorageSettings storage, SSLContext tls, Opened opened) {
    S3Settings s3 = storage.s3();
    if (s3 == null) {
      return DiskStorageProvider.at(storage.folder());
    }
    S3StorageProvider bucket = opened.add(S3StorageProvider.open(s3, tls));
    bucket.probe();
    return bucket;
  }

  private static Optional<Redis> redis(@Nullable RedisSettings settings, Opened opened) {
    return Optional.ofNullable(settings).map(there -> opened.add(Redis.open(there)));
  }

  /** What readiness asks, besides the stores. */
  List<HealthCheck> checks() {
    List<HealthCheck> checks = new ArrayList<>();
    if (documents instanceof S3StorageProvider bucket) {
      checks.add(new HealthCheck("storage", true, bucket::check));
    }
    if (redis != null) {
      checks.add(new HealthCheck("redis", false, redis::check));
    }
    return checks;
  }

  /** Where pending connects are. */
  Flows flows() {
    return redis == null ? stores.flows() : redis.flows();
  }

  /** Counted by all nodes together where they can, else by each for itself. */
  RateLimiter limiter() {
    RateLimiter local = new LocalRateLimiter();
    return redis == null ? local : redis.rateLimiter(local);
  }
}
