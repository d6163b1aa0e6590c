package dev.davit.ports.store;

import java.time.Instant;

/**
 * The stores as one transaction sees them. Not for use after it has ended, nor by another thread.
 */
public interface Transaction {
  /**
   * The database's time, to the millisecond: what is compared with other nodes' times is taken from
   * here.
   */
  Instant now();

  OwnerStore owners();

  OwnerSettingsStore ownerSettings();

  ConnectionStore connections();

  CredentialStore credentials();

  AccountStore accounts();

  SessionStore sessions();

  DocumentStore documents();

  UploadSessionStore uploadSessions();

  AuditStore audit();

  JobStore jobs();

  ServerKeyStore serverKeys();

  PurgeStore purges();

  RevocationStore revocations();
}
