package dev.davit.persistence.sql;

import dev.davit.ports.Bytes;
import dev.davit.ports.store.ServerKeyStore;
import java.util.Optional;

/** The server's own keys in rows. */
record SqlServerKeys(Sql sql) implements ServerKeyStore {
  @Override
  public Optional<Bytes> find(String name) {
    return sql.one(
        "SELECT sealed FROM <p>server_keys WHERE name = ?", row -> row.bytes("sealed"), name);
  }

  @Override
  public boolean insert(String name, Bytes sealed) {
    return sql.write(
            "INSERT INTO <p>server_keys (name, sealed) VALUES (?, ?) ON CONFLICT DO NOTHING",
            name,
            sealed.toArray())
        > 0;
  }
}
