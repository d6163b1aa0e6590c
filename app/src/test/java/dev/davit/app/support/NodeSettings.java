package dev.davit.app.support;

import dev.davit.persistence.vault.TinkVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a node among many, whose servers are nowhere. */
public final class NodeSettings {
  private NodeSettings() {}

  /**
   * Complete ones.
   *
   * @param place where the keyset is made, unless it is there
   */
  public static Map<String, String> of(Path place) {
    Path keyset = place.resolve("keyset.json");
    TinkVault.openOrCreate(keyset, Files.exists(keyset));
    Map<String, String> settings = new HashMap<>();
    settings.put("DAVIT_DATA", place.resolve("data").toString());
    settings.put("DAVIT_PUBLIC_URL", "https://davit.example");
    settings.put("DAVIT_KEYSET_FILE", keyset.toString());
    settings.put("DAVIT_DATABASE_URL", "jdbc:postgresql://db.example:5433/davit");
    settings.put("DAVIT_DATABASE_USER", "davit");
    settings.put("DAVIT_DATABASE_PASSWORD", "pgpass");
    settings.put("DAVIT_DATABASE_POOL", "20");
    settings.put("DAVIT_DATABASE_LOCK_TIMEOUT", "PT5S");
    settings.put("DAVIT_REDIS_URL", "redis://redis.example:6379");
    settings.put("DAVIT_STORAGE", "s3");
    settings.put("DAVIT_S3_ENDPOINT", "https://s3.example:9000");
    settings.put("DAVIT_S3_REGION", "eu-central-1");
    settings.put("DAVIT_S3_BUCKET", "davit-documents");
    settings.put("DAVIT_S3_ACCESS_KEY", "access");
    settings.put("DAVIT_S3_SECRET_KEY", "s3secret");
    settings.put("DAVIT_METRICS_TOKEN", "a-token-for-metrics");
    return settings;
  }
}
