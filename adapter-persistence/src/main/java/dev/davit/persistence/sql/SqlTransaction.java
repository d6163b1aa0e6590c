package dev.davit.persistence.sql;

import dev.davit.ports.store.AccountStore;
import dev.davit.ports.store.AuditStore;
import dev.davit.ports.store.ConnectionStore;
import dev.davit.ports.store.CredentialStore;
import dev.davit.ports.store.DocumentStore;
import dev.davit.ports.store.JobStore;
import dev.davit.ports.store.OwnerSettingsStore;
import dev.davit.ports.store.OwnerStore;
import dev.davit.ports.store.PurgeStore;
import dev.davit.ports.store.RevocationStore;
import dev.davit.ports.store.ServerKeyStore;
import dev.davit.ports.store.SessionStore;
import dev.davit.ports.store.Transaction;
import dev.davit.ports.store.UploadSessionStore;
import java.time.Instant;

/** The stores over the statements of one transaction. */
record SqlTransaction(Sql sql) implements Transaction {
  @Override
  public Instant now() {
    return sql.now();
  }

  @Override
  public OwnerStore owners() {
    return new SqlOwners(sql);
  }

  @Override
  public OwnerSettingsStore ownerSettings() {
    return new SqlOwnerSettings(sql);
  }

  @Override
  public ConnectionStore connections() {
    return new SqlConnections(sql);
  }

  @Override
  public CredentialStore credentials() {
    return new SqlCredentials(sql);
  }

  @Override
  public AccountStore accounts() {
    return new SqlAccounts(sql);
  }

  @Override
  public SessionStore sessions() {
    return new SqlSessions(sql);
  }

  @Override
  public DocumentStore documents() {
    return new SqlDocuments(sql);
  }

  @Override
  public UploadSessionStore uploadSessions() {
    return new SqlUploadSessions(sql);
  }

  @Override
  public AuditStore audit() {
    return new SqlAudit(sql);
  }

  @Override
  public JobStore jobs() {
    return new SqlJobs(sql);
  }

  @Override
  public ServerKeyStore serverKeys() {
    return new SqlServerKeys(sql);
  }

  @Override
  public PurgeStore purges() {
    return new SqlPurges(sql);
  }

  @Override
  public RevocationStore revocations() {
    return new SqlRevocations(sql);
  }
}
