package dev.davit.testkit.memory;

import dev.davit.ports.Bytes;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.store.CredentialStore;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Transaction;
import dev.davit.ports.store.UploadSessionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** One transaction over the tables: a view for each store. */
final class MemoryTransaction implements Transaction {
  private final Scope scope;
  private final InstantSource clock;
  private final MemoryOwners owners;
  private final MemoryOwnerSettings ownerSettings;
  private final MemoryConnections connections;
  private final MemoryCredentials credentials;
  private final MemoryAccounts accounts;
  private final MemorySessions sessions;
  private final MemoryDocuments documents;
  private final MemoryUploadSessions uploadSessions;
  private final MemoryAudit audit;
  private final MemoryJobs jobs;
  private final MemoryServerKeys serverKeys;
  private final MemoryPurges purges;
  private final MemoryRevocations revocations;

  MemoryTransaction(Scope scope, InstantSource clock, Tables tables) {
    this.scope = scope;
    this.clock = clock;
    Table<ConnectionId, CredentialStore.Row> sealed = new Table<>(scope, tables.credentials());
    Table<DocumentId, UploadSessionStore.Row> uploads = new Table<>(scope, tables.uploadSessions());
    owners = new MemoryOwners(new Table<>(scope, tables.owners()));
    ownerSettings = new MemoryOwnerSettings(new Table<>(scope, tables.ownerSettings()));
    connections = new MemoryConnections(new Table<>(scope, tables.connections()), sealed);
    credentials = new MemoryCredentials(sealed, this::now);
    accounts = new MemoryAccounts(new Table<>(scope, tables.accounts()));
    sessions = new MemorySessions(new Table<>(scope, tables.sessions()));
    Table<DocumentId, Document> announced = new Table<>(scope, tables.documents());
    documents = new MemoryDocuments(announced, uploads);
    uploadSessions = new MemoryUploadSessions(uploads, announced);
    audit = new MemoryAudit(new Table<>(scope, tables.audit()));
    jobs = new MemoryJobs(new Table<>(scope, tables.jobs()), this::now);
    serverKeys = new MemoryServerKeys(new Table<String, Bytes>(scope, tables.serverKeys()));
    purges = new MemoryPurges(new Table<>(scope, tables.purges()));
    revocations = new MemoryRevocations(new Table<>(scope, tables.revocations()));
  }

  /** The state to commit. */
  Tables result() {
    return new Tables(
        owners.rows().rows(),
        ownerSettings.rows().rows(),
        connections.rows().rows(),
        credentials.rows().rows(),
        accounts.rows().rows(),
        sessions.rows().rows(),
        documents.rows().rows(),
        uploadSessions.rows().rows(),
        audit.rows().rows(),
        jobs.rows().rows(),
        serverKeys.rows().rows(),
        purges.rows().rows(),
        revocations.rows().rows());
  }

  @Override
  public Instant now() {
    scope.checkReading();
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public MemoryOwners owners() {
    return owners;
  }

  @Override
  public MemoryOwnerSettings ownerSettings() {
    return ownerSettings;
  }

  @Override
  public MemoryConnections connections() {
    return connections;
  }

  @Override
  public MemoryCredentials credentials() {
    return credentials;
  }

  @Override
  public MemoryAccounts accounts() {
    return accounts;
  }

  @Override
  public MemorySessions sessions() {
    return sessions;
  }

  @Override
  public MemoryDocuments documents() {
    return documents;
  }

  @Override
  public MemoryUploadSessions uploadSessions() {
    return uploadSessions;
  }

  @Override
  public MemoryAudit audit() {
    return audit;
  }

  @Override
  public MemoryJobs jobs() {
    return jobs;
  }

  @Override
  public MemoryServerKeys serverKeys() {
    return serverKeys;
  }

  @Override
  public MemoryPurges purges() {
    return purges;
  }

  @Override
  public MemoryRevocations revocations() {
    return revocations;
  }
}
