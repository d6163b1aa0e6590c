package dev.davit.persistence.sql;

import dev.davit.ports.Secret;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditEntry.Personal;
import dev.davit.ports.store.AuditFilter;
import dev.davit.ports.store.AuditStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit log in rows. */
record SqlAudit(Sql sql) implements AuditStore {
  private static final String SELECT =
      """
      SELECT sequence, happened_at, action, outcome, owner, actor, request_id, detail, salt,
          personal_digest, previous, hash
      FROM <p>audit
      """;
  private static final List<String> PERSONAL =
      List.of("owner", "actor", "request_id", "detail", "salt");

  /** As the index of them says it. */
  private static final String IS_PERSONAL =
      "COALESCE(owner, actor, request_id, detail, salt) IS NOT NULL";

  private static final String ORDER = " ORDER BY sequence LIMIT ?";

  @Override
  public Optional<AuditEntry> last() {
    return sql.one(SELECT + "WHERE sequence = (SELECT MAX(sequence) FROM <p>audit)", SqlAudit::map);
  }

  @Override
  public void append(AuditEntry entry) {
    if (entry.sequence() != last().map(AuditEntry::sequence).orElse(0L) + 1) {
      throw Failures.conflict(null);
    }
    sql.insert(
        """
        INSERT INTO <p>audit (sequence, happened_at, action, outcome, owner, actor, request_id,
            detail, salt, personal_digest, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        values(entry));
  }

  @Override
  public List<AuditEntry> list(@Nullable String ownerKey, long after, int limit) {
    long from = after == Long.MIN_VALUE ? after : after + 1;
    return ownerKey == null
        ? sql.list(SELECT + "WHERE sequence >= ?" + ORDER, SqlAudit::map, from, limit)
        : sql.list(
            SELECT + "WHERE owner = ? AND sequence >= ?" + ORDER,
            SqlAudit::map,
            ownerKey,
            from,
            limit);
  }

  @Override
  public List<AuditEntry> find(AuditFilter such, @Nullable Long before, int limit) {
    AuditWhere where = AuditWhere.of(such).and("sequence < ?", before);
    return sql.list(
        SELECT + where.text() + " ORDER BY sequence DESC LIMIT ?",
        SqlAudit::map,
        where.values(limit));
  }

  @Override
  public int erase(AuditFilter such, int limit) {
    AuditWhere where = AuditWhere.of(such).and(IS_PERSONAL);
    String order = such.ownerKey() == null ? "happened_at, sequence" : "sequence";
    return sql.write(
        """
        UPDATE <p>audit SET owner = NULL, actor = NULL, request_id = NULL, detail = NULL, salt = NULL
        WHERE sequence IN (SELECT sequence FROM <p>audit %s ORDER BY %s LIMIT ?)
        """
            .formatted(where.text(), order),
        where.values(limit));
  }

  private static @Nullable Object[] values(AuditEntry entry) {
    Personal personal = entry.personal();
    return new @Nullable Object[] {
      entry.sequence(),
      Times.millis(entry.at()),
      entry.action(),
      entry.outcome(),
      personal == null ? null : personal.owner(),
      personal == null ? null : personal.actor(),
      personal == null ? null : personal.requestId(),
      personal == null ? null : personal.detail(),
      personal == null ? null : personal.salt().reveal(),
      entry.personalDigest().toArray(),
      entry.previous().toArray(),
      entry.hash().toArray()
    };
  }

  private static AuditEntry map(Row row) throws SQLException {
    return new AuditEntry(
        row.number("sequence"),
        row.time("happened_at"),
        row.text("action"),
        row.text("outcome"),
        personal(row),
        row.bytes("personal_digest"),
        row.bytes("previous"),
        row.bytes("hash"));
  }

  /**
   * Erased is what has nothing left; what has lost a part is shown without it, and verifies as
   * edited.
   */
  private static @Nullable Personal personal(Row row) throws SQLException {
    List<String> parts = new ArrayList<>();
    boolean erased = true;
    for (String column : PERSONAL) {
      String part = row.textOrNull(column);
      erased &= part == null;
      parts.add(part == null ? "" : part);
    }
    return erased
        ? null
        : new Personal(
            parts.get(0), parts.get(1), parts.get(2), parts.get(3), new Secret(parts.get(4)));
  }
}
