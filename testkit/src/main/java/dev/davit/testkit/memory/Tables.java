package dev.davit.testkit.memory;

import dev.davit.ports.AccountId;
import dev.davit.ports.Bytes;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.CredentialStore;
import dev.davit.ports.store.DefaultStorage;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.OwnerStore;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.SessionStore;
import dev.davit.ports.store.UploadSessionStore;
import java.time.Instant;
import java.util.Map;

/** One committed state of all tables; never changed, only replaced. */
record Tables(
    Map<Owner, OwnerStore.Row> owners,
    Map<Owner, DefaultStorage> ownerSettings,
    Map<ConnectionId, Connection> connections,
    Map<ConnectionId, CredentialStore.Row> credentials,
    Map<AccountId, AccountRow> accounts,
    Map<String, SessionStore.Row> sessions,
    Map<DocumentId, Document> documents,
    Map<DocumentId, UploadSessionStore.Row> uploadSessions,
    Map<Long, AuditEntry> audit,
    Map<JobId, Job> jobs,
    Map<String, Bytes> serverKeys,
    Map<JobId, Purge> purges,
    Map<MemoryRevocations.Key, Instant> revocations) {
  static final Tables EMPTY =
      new Tables(
          Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
          Map.of(), Map.of(), Map.of(), Map.of());

  /** An account with the hash of its password. */
  record AccountRow(Account account, Secret passwordHash) {}
}
