package dev.davit.testkit.contract;

import dev.davit.ports.AccountId;
import dev.davit.ports.Bytes;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.WrappedKey;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Account;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.OwnerStore;
import dev.davit.ports.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows to try the stores with. */
final class Samples {
  static final Instant TIME = Instant.parse("2026-01-01T12:34:00Z");
  static final Owner ALICE = new Owner(new OwnerId("alice"), 1);
  static final Owner BOB = new Owner(new OwnerId("bob"), 1);

  /** Alice's id used again after a purge. */
  static final Owner NEXT_ALICE = new Owner(ALICE.id(), 2);

  /** Of what kind the jobs are. */
  static final String KIND = "test.kind";

  static final ProviderId WEBDAV = new ProviderId("webdav");

  private Samples() {}

  static void insertOwners(Transaction tx) {
    tx.owners().insert(owner(ALICE));
    tx.owners().insert(owner(BOB));
    tx.owners().insert(owner(NEXT_ALICE));
  }

  /** The owners, and a connection of Alice's. */
  static void insertConnection(Transaction tx, String id) {
    insertOwners(tx);
    tx.connections().insert(connection(id, ALICE, "subject-" + id));
  }

  static OwnerStore.Row owner(Owner owner) {
    WrappedKey key = new WrappedKey(bytes(owner.key()));
    return new OwnerStore.Row(owner, OwnerStore.State.ACTIVE, key, TIME);
  }

  static Connection connection(String id, Owner owner, String subject) {
    return connection(id, owner, WEBDAV, subject, TIME);
  }

  static Connection connection(
      String id, Owner owner, ProviderId provider, String subject, Instant createdAt) {
    return new Connection(
        new ConnectionId(id),
        owner,
        provider,
        "Zuhause 'Büro' 🚀",
        "label; --",
        subject,
        Connection.Status.ACTIVE,
        null,
        1,
        createdAt,
        null);
  }

  static Account account(String id, String email) {
    return new Account(new AccountId(id), email, Account.Role.USER, TIME);
  }

  static Document document(String id, Owner owner, Document.State state) {
    return document(id, owner, state, null, TIME);
  }

  static Document document(
      String id,
      Owner owner,
      Document.State state,
      @Nullable String connection,
      Instant createdAt) {
    return new Document(
        new DocumentId(id),
        owner,
        "Grüße %_ '\"\\ 🚀.pdf",
        "application/pdf",
        state,
        WEBDAV,
        connection == null ? null : new ConnectionId(connection),
        EntryId.ROOT,
        "stored " + id,
        "tag-" + id,
        null,
        null,
        null,
        false,
        createdAt);
  }

  static Job job(String id, Instant dueAt) {
    return new Job(new JobId(id), KIND, ALICE, "subject " + id, dueAt, 0, null, null, null);
  }

  /** An entry of the audit log; its hashes are not reckoned. */
  static AuditEntry audit(long sequence, @Nullable Owner owner) {
    AuditEntry.Personal personal =
        owner == null
            ? null
            : new AuditEntry.Personal(
                owner.key(), "actor", "request", "détail", new Secret("salt" + sequence));
    return new AuditEntry(
        sequence,
        TIME.plusMillis(sequence),
        "connection.connected",
        "ok",
        personal,
        bytes("digest" + sequence),
        bytes("hash" + (sequence - 1)),
        bytes("hash" + sequence));
  }

  static Bytes bytes(String text) {
    byte[] bytes = new byte[32];
    byte[] from = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(from, 0, bytes, 0, Math.min(from.length, bytes.length));
    bytes[31] = -1;
    return Bytes.of(bytes);
  }
}
