package dev.davit.persistence.sql;

import dev.davit.ports.Bytes;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.WrappedKey;
import dev.davit.ports.store.OwnerStore;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owners in rows. */
record SqlOwners(Sql sql) implements OwnerStore {
  @Override
  public Optional<Row> find(OwnerId id) {
    return sql.one(
        """
        SELECT id, generation, state, wrapped_key, created_at FROM <p>owners
        WHERE id = ? ORDER BY generation DESC LIMIT 1
        """,
        SqlOwners::map,
        id.value());
  }

  @Override
  public void insert(Row row) {
    WrappedKey key = row.key();
    sql.insert(
        """
        INSERT INTO <p>owners (id, generation, state, wrapped_key, created_at)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        row.owner().id().value(),
        row.owner().generation(),
        row.state().name(),
        key == null ? null : key.bytes().toArray(),
        Times.millis(row.createdAt()));
  }

  @Override
  public boolean setState(Owner owner, State state) {
    return sql.write(
            state == State.PURGED || state == State.ENDED
                ? "UPDATE <p>owners SET state = ?, wrapped_key = NULL WHERE id = ? AND generation = ?"
                : "UPDATE <p>owners SET state = ? WHERE id = ? AND generation = ?",
            state.name(),
            owner.id().value(),
            owner.generation())
        > 0;
  }

  private static Row map(dev.davit.persistence.sql.Row row) throws SQLException {
    @Nullable Bytes key = row.bytesOrNull("wrapped_key");
    return new Row(
        new Owner(new OwnerId(row.text("id")), row.number("generation")),
        State.valueOf(row.text("state")),
        key == null ? null : new WrappedKey(key),
        row.time("created_at"));
  }
}
