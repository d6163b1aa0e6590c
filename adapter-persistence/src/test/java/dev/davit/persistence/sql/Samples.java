package dev.davit.persistence.sql;

import dev.davit.ports.AccountId;
import dev.davit.ports.Bytes;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Account;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Purge;
import java.time.Instant;

/** Rows to try things with. */
final class Samples {
  static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
  static final Owner ANNA = new Owner(new OwnerId("anna"), 1);
  static final ProviderId WEBDAV = new ProviderId("webdav");
  static final Bytes BYTES = Bytes.of(new byte[] {1, 2, 3});
  private static final Bytes HASH = Bytes.of(new byte[32]);

  private Samples() {}

  static Connection connection(String id) {
    return new Connection(
        new ConnectionId(id),
        ANNA,
        WEBDAV,
        "Home",
        "anna@example.org",
        "subject of " + id,
        Connection.Status.ACTIVE,
        null,
        1,
        TIME,
        null);
  }

  static Document document(String id) {
    return new Document(
        new DocumentId(id),
        ANNA,
        "report.pdf",
        "application/pdf",
        Document.State.UPLOADING,
        WEBDAV,
        null,
        EntryId.ROOT,
        "report.pdf",
        "tag-" + id,
        null,
        null,
        null,
        false,
        TIME);
  }

  static Job job(String id) {
    return new Job(new JobId(id), "sweep", ANNA, id, TIME, 0, null, null, null);
  }

  static Account account(String id) {
    return new Account(new AccountId(id), id + "@example.org", Account.Role.USER, TIME);
  }

  static AuditEntry entry(long sequence) {
    return new AuditEntry(
        sequence,
        TIME,
        "connection.connected",
        "ok",
        new AuditEntry.Personal(ANNA.key(), "anna", "", "", new Secret("salt")),
        HASH,
        HASH,
        HASH);
  }

  /** A purge of Anna's that is going on. */
  static Purge purge(String id) {
    return new Purge(
        new JobId(id), ANNA, Purge.State.RUNNING, true, TIME, TIME, null, "", 0, 0, 0, 0, null);
  }
}
