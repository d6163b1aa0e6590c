package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Capability;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A bucket at Amazon S3, MinIO or another store that speaks S3: the application's own storage, for
 * users who have connected none, shared by all nodes. Every file is whole or not there; of several
 * who write a new name at once exactly one does.
 *
 * <p>S3 has keys, no folders: a folder is what keys have in common before a slash, with an object
 * of no bytes that keeps it while it is empty. So a folder is moved, copied and removed key by key:
 * a move that breaks off leaves what was not moved where it was, and nothing is in neither place. A
 * file and a folder made under one name at the same moment may both be there.
 *
 * <p>Ids say where an entry is and of what kind it is, as those of {@link DiskStorageProvider}:
 * none survives a move. Keys that begin with {@code .davit-} are its own.
 */
public final class S3StorageProvider implements StorageProvider, AutoCloseable {
  private static final ProviderInfo INFO =
      new ProviderInfo(
          new ProviderId("s3"),
          "This service",
          Set.of(Capability.COPY, Capability.UPLOAD_SESSIONS),
          List.of());
  private static final Authentication OPERATOR = new Authentication.Operator();

  private final S3Bucket bucket;
  private final S3Probe probe;
  private final Storage storage;

  private S3StorageProvider(S3Bucket bucket, S3Settings settings, S3Patience patience) {
    this.bucket = bucket;
    probe = new S3Probe(bucket, patience.pacing().pauses());
    storage = new S3Storage(settings.endpoint(), bucket, patience);
  }

  /** The storage in this bucket. Makes no call: {@link #probe} says whether it can be used. */
  public static S3StorageProvider open(S3Settings settings) {
    return open(settings, S3Patience.USUAL, null);
  }

  /**
   * The same, at a store whose certificate some private authority has signed.
   *
   * @param tls which authorities are trusted
   */
  public static S3StorageProvider open(S3Settings settings, SSLContext tls) {
    return open(settings, S3Patience.USUAL, tls);
  }

  static S3StorageProvider open(
      S3Settings settings, S3Patience patience, @Nullable SSLContext tls) {
    S3Bucket bucket = new S3Bucket(S3Clients.of(settings, patience, tls), settings.bucket());
    return new S3StorageProvider(bucket, settings, patience);
  }

  /**
   * Looks whether the bucket can be reached and read: one small request, for readiness.
   *
   * @throws CloudException {@link ErrorKind#MISCONFIGURED} if there is no such bucket, or it
   *     refuses the key, or the clocks are apart; {@link ErrorKind#UNAVAILABLE} and {@link
   *     ErrorKind#RATE_LIMITED}: it may be later; {@link ErrorKind#PROTOCOL} if this is no S3 store
   */
  public void check() {
    probe.look();
  }

  /**
   * Tries all that this storage needs, at start: reads the bucket, makes an object, holds that a
   * second one does not take its place, and removes it. Makes no bucket.
   *
   * @throws CloudException as {@link #check}; {@link ErrorKind#MISCONFIGURED} also if the store
   *     does not let the key write or remove, or lets two writers take each other's place; {@link
   *     ErrorKind#QUOTA_EXCEEDED}
   */
  public void probe() {
    probe.look();
    probe.write();
  }

  @Override
  public ProviderInfo info() {
    return INFO;
  }

  @Override
  public Authentication authentication() {
    return OPERATOR;
  }

  /** The one storage that there is; no credential of a user opens it. */
  @Override
  public Storage open(CredentialSource credentials) {
    return storage;
  }

  /** Ends its connections. Downloads that are open break off. */
  @Override
  public void close() {
    bucket.close();
  }
}
