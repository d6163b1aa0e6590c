package dev.davit.app.support;

import dev.davit.app.DavitApp;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import dev.davit.testservers.RedisAlone;
import dev.davit.testservers.S3Server;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Nodes in this process, on one real database and bucket, and one Redis if they are told. */
public final class Nodes implements AutoCloseable {
  private final Path place;
  private final PostgresDatabase database;
  private final String bucket = S3Server.shared().createBucket();
  private final Deque<DavitApp> started = new ArrayDeque<>();

  private Nodes(Path place, PostgresServer server) {
    this.place = place;
    this.database = server.createDatabase();
    TinkVault.create(keyset());
  }

  /**
   * None yet, on an empty database.
   *
   * @param place a folder of its own
   */
  public static Nodes open(Path place) {
    return open(place, PostgresServer.shared());
  }

  /** The same, on a database server of one's own. */
  public static Nodes open(Path place, PostgresServer server) {
    return new Nodes(place, server);
  }

  /** What each of them is started with. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("DAVIT_PORT", "0");
    settings.put("DAVIT_DATA", place.resolve("data").toString());
    settings.put("DAVIT_PUBLIC_URL", "http://localhost:8080");
    settings.put("DAVIT_REGISTRATION", "open");
    settings.put("DAVIT_KEYSET_FILE", keyset().toString());
    settings.put("DAVIT_DATABASE_URL", database.url());
    settings.put("DAVIT_DATABASE_USER", database.user());
    settings.put("DAVIT_DATABASE_PASSWORD", database.password());
    settings.put("DAVIT_STORAGE", "s3");
    settings.put("DAVIT_S3_ENDPOINT", S3Server.shared().endpoint().toString());
    settings.put("DAVIT_S3_REGION", S3Server.shared().region());
    settings.put("DAVIT_S3_BUCKET", bucket);
    settings.put("DAVIT_S3_ACCESS_KEY", S3Server.shared().accessKey());
    settings.put("DAVIT_S3_SECRET_KEY", S3Server.shared().secretKey());
    return settings;
  }

  /** What makes them share a Redis, too. */
  public static Map<String, String> redis() {
    return Map.of("DAVIT_REDIS_URL", RedisAlone.shared().url());
  }

  /** One more. */
  public DavitApp start() {
    return start(Map.of());
  }

  /** One more, with settings of its own. */
  public DavitApp start(Map<String, String> own) {
    Map<String, String> settings = settings();
    settings.putAll(own);
    DavitApp node = DavitApp.start(settings, null);
    synchronized (started) {
      started.push(node);
    }
    return node;
  }

  /** Ends all of them, each as by SIGTERM. */
  public void stop() {
    while (!started.isEmpty()) {
      started.pop().close();
    }
  }

  public PostgresDatabase database() {
    return database;
  }

  /** The keyset that they share. */
  public Path keyset() {
    return place.resolve("keyset.json");
  }

  @Override
  public void close() {
    stop();
  }
}
