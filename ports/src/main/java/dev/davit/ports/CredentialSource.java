package dev.davit.ports;

/**
 * Where an opened storage gets its credential from, for each HTTP request anew: an upload outlives
 * a token. Safe for use by many threads.
 */
public interface CredentialSource {
  /**
   * The credential to use now; refreshed already if it was about to expire.
   *
   * @throws CloudException {@link ErrorKind#REAUTH_REQUIRED} if the grant is known to be dead;
   *     {@link ErrorKind#NOT_FOUND} if the connection is gone or about to; {@link
   *     ErrorKind#UNAVAILABLE}, {@link ErrorKind#RATE_LIMITED} or {@link ErrorKind#PROTOCOL} if it
   *     can't be refreshed now; {@link ErrorKind#MISCONFIGURED} if the provider refuses the
   *     operator's client; {@link ErrorKind#INTEGRITY} if the vault refuses what is stored. An
   *     adapter passes all of them on as they are
   */
  VersionedCredential current();

  /**
   * Says that the provider refused the credential of this version, and answers a newer one to try
   * once. Callers that report the same version at the same time share one refresh.
   *
   * @param version the version that was refused
   * @throws CloudException {@link ErrorKind#REAUTH_REQUIRED} if there is no newer one to be had; by
   *     then the connection says so too. Otherwise as {@link #current()}
   */
  VersionedCredential rejected(long version);
}
