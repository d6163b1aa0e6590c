package dev.davit.persistence.sql;

import dev.davit.ports.AccountId;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.Flow;
import dev.davit.ports.JobId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditFilter;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.DefaultStorage;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.DocumentStore;
import dev.davit.ports.store.OwnerStore;
import dev.davit.ports.store.SessionStore;
import dev.davit.ports.store.Transaction;
import dev.davit.ports.store.UploadSessionStore;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Every statement of the stores, as it is sent. */
final class Statements implements SqlLogger {
  private final Set<String> statements = new TreeSet<>();

  private Statements() {}

  static Set<String> all(SqlStores stores) {
    Statements collected = new Statements();
    all(stores, collected);
    return collected.statements;
  }

  /**
   * Calls every method of every store, but what counts the few that look after a server, and what
   * sorts the audit log of a time.
   */
  static void all(SqlStores stores, SqlLogger logger) {
    stores.transactions().jdbi().setSqlLogger(logger);
    stores.inTransaction(Statements::accounts);
    stores.inTransaction(Statements::connections);
    stores.inTransaction(Statements::documents);
    stores.inTransaction(Statements::others);
    stores.inTransaction(Statements::leaving);
    stores.inTransaction(Statements::forgetting);
    stores.flows().put("key", new Flow(Samples.BYTES), Duration.ofSeconds(1));
    Flow kept = stores.flows().find("key").orElseThrow();
    stores.flows().replace("key", kept, kept, Duration.ofSeconds(1));
    stores.flows().take("key");
  }

  @Override
  public void logAfterExecution(StatementContext context) {
    if (isOfRows(context)) {
      statements.add(context.getParsedSql().getSql());
    }
  }

  static boolean isOfRows(StatementContext context) {
    return context.getParsedSql().getSql().matches("(?s)(SELECT|INSERT|UPDATE|DELETE).*");
  }

  private static boolean accounts(Transaction tx) {
    AccountId id = new AccountId("a1");
    tx.accounts().insert(Samples.account("a1"), new Secret("hash"));
    tx.accounts().find(id);
    tx.accounts().findByEmail("a1@example.org");
    tx.accounts().passwordHash(id);
    tx.accounts().list(null, 10);
    tx.accounts().setPassword(id, new Secret("other"));
    tx.sessions().insert(new SessionStore.Row("s1", id, Samples.TIME));
    tx.sessions().find("s1");
    tx.sessions().deleteExpired(Samples.TIME, 10);
    tx.sessions().delete("s1");
    tx.sessions().deleteAll(id);
    return true;
  }

  private static boolean connections(Transaction tx) {
    ConnectionId id = new ConnectionId("c1");
    tx.connections().insert(Samples.connection("c1"));
    tx.connections().find(Samples.ANNA, id);
    tx.connections().findBySubject(Samples.ANNA, Samples.WEBDAV, "subject");
    tx.connections().listBySubject(Samples.WEBDAV, "subject");
    tx.connections().list(Samples.ANNA);
    tx.connections().rename(Samples.ANNA, id, "name", "label");
    tx.connections().setStatus(Samples.ANNA, id, Connection.Status.REQUIRES_REAUTH, "reason");
    tx.connections().raiseEpoch(Samples.ANNA, id);
    tx.connections().touch(Samples.ANNA, id, Samples.TIME);
    tx.credentials().insert(id, Samples.BYTES);
    tx.credentials().find(id);
    tx.credentials().lease(id, 1, "holder", Duration.ofSeconds(1));
    tx.credentials().release(id, "holder");
    tx.credentials().replace(id, 1, Samples.BYTES);
    tx.credentials().renew(id, 2, "holder", Samples.BYTES);
    tx.credentials().delete(id);
    return tx.connections().delete(Samples.ANNA, id);
  }

  private static boolean documents(Transaction tx) {
    DocumentId id = new DocumentId("d1");
    DocumentStore documents = tx.documents();
    documents.insert(Samples.document("d1"));
    documents.find(Samples.ANNA, id);
    documents.list(Samples.ANNA, null, 10);
    documents.list(Samples.ANNA, new DocumentStore.Position(Samples.TIME, id), 10);
    documents.count(Samples.ANNA, new ConnectionId("c1"));
    documents.isAnother(Samples.document("d2"), EntryId.ROOT);
    documents.isAwaited(Samples.document("d2"));
    documents.setStoredName(Samples.ANNA, id, "name");
    documents.setRead(Samples.ANNA, id, 1, "00");
    documents.ready(Samples.ANNA, id, EntryId.ROOT, false);
    documents.setState(Samples.ANNA, id, Document.State.READY, Document.State.LOST);
    tx.uploadSessions().put(new UploadSessionStore.Row(id, Samples.BYTES, 0, 1));
    tx.uploadSessions().find(id);
    tx.uploadSessions().unfinished(Samples.ANNA, 10);
    tx.uploadSessions().delete(id);
    return documents.delete(Samples.ANNA, id);
  }

  private static boolean others(Transaction tx) {
    tx.owners()
        .insert(new OwnerStore.Row(Samples.ANNA, OwnerStore.State.ACTIVE, null, Samples.TIME));
    tx.owners().find(Samples.ANNA.id());
    tx.owners().setState(Samples.ANNA, OwnerStore.State.PURGING);
    tx.owners().setState(Samples.ANNA, OwnerStore.State.PURGED);
    tx.ownerSettings()
        .setDefaultStorage(Samples.ANNA, new DefaultStorage(Samples.WEBDAV, null, EntryId.ROOT));
    tx.ownerSettings().defaultStorage(Samples.ANNA);
    tx.ownerSettings().clearDefaultStorage(Samples.ANNA);
    long next = tx.audit().last().map(AuditEntry::sequence).orElse(0L) + 1;
    tx.audit().append(Samples.entry(next));
    tx.audit().list(null, 0, 10);
    tx.audit().list(Samples.ANNA.key(), 0, 10);
    tx.serverKeys().insert("key", Samples.BYTES);
    tx.serverKeys().find("key");
    JobId id = new JobId("j1");
    tx.jobs().insert(Samples.job("j1"));
    tx.jobs().find(id);
    tx.jobs().postpone(id, Samples.TIME);
    tx.jobs().isDue(Set.of("sweep"));
    tx.jobs().claim("holder", Set.of("sweep", "other"), Duration.ofSeconds(1), 10);
    tx.jobs().extend(id, "holder", Duration.ofSeconds(1));
    tx.jobs().retry(id, "holder", Samples.TIME, "UNAVAILABLE");
    tx.jobs().complete(id, "holder");
    return tx.jobs().cancel(id);
  }

  private static boolean leaving(Transaction tx) {
    DocumentId document = new DocumentId("d1");
    ConnectionId connection = new ConnectionId("c1");
    tx.documents().all(Samples.ANNA, null, 10);
    tx.documents().all(Samples.ANNA, document, 10);
    tx.documents().in(Samples.ANNA, connection, null, 10);
    tx.documents().in(Samples.ANNA, connection, document, 10);
    tx.documents().exchangePlaces(Samples.ANNA, document, new DocumentId("d2"));
    tx.connections()
        .reconsider(Samples.ANNA, connection, Connection.Status.DISCONNECTING, "reason");
    tx.accounts().delete(new AccountId("a1"));
    tx.jobs().list(Samples.ANNA, 10);
    tx.jobs().startAnew(new JobId("j1"));
    tx.jobs().hurry(Samples.ANNA, Set.of("sweep"), Samples.TIME);
    tx.purges().insert(Samples.purge("p1"));
    tx.purges().update(Samples.purge("p1"));
    tx.purges().find(new JobId("p1"));
    tx.purges().find(Samples.ANNA);
    tx.purges().list(null, 10);
    tx.revocations().put(Samples.WEBDAV, "hash", Samples.TIME);
    tx.revocations().until(Samples.WEBDAV, "hash");
    return tx.jobs().cancelAll(Samples.ANNA, Set.of("sweep")) == 0;
  }

  private static boolean forgetting(Transaction tx) {
    String owner = Samples.ANNA.key();
    tx.audit().find(new AuditFilter(null, "vault.key_turned", null, null, null), null, 1);
    tx.audit().find(new AuditFilter(owner, "connection.", null, null, null), 10L, 10);
    tx.audit().erase(new AuditFilter(owner, null, null, null, null), 10);
    tx.audit().erase(new AuditFilter(null, null, null, null, Samples.TIME), 10);
    tx.purges().deleteFinished(Samples.TIME, 10);
    return tx.revocations().deleteOver(Samples.TIME, 10) == 0;
  }
}
