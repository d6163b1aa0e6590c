package dev.davit.persistence.sql;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.DefaultStorage;
import dev.davit.ports.store.OwnerSettingsStore;
import java.util.Optional;

/** Owners' choices in rows, one for each owner who made any. */
record SqlOwnerSettings(Sql sql) implements OwnerSettingsStore {
  @Override
  public Optional<DefaultStorage> defaultStorage(Owner owner) {
    return sql.one(
        """
        SELECT default_provider, default_connection, default_folder FROM <p>owner_settings
        WHERE owner = ? AND default_provider IS NOT NULL
        """,
        row ->
            new DefaultStorage(
                new ProviderId(row.text("default_provider")),
                row.textOrNull("default_connection", ConnectionId::new),
                new EntryId(row.text("default_folder"))),
        owner.key());
  }

  @Override
  public void setDefaultStorage(Owner owner, DefaultStorage choice) {
    ConnectionId connection = choice.connection();
    sql.write(
        """
        INSERT INTO <p>owner_settings (owner, default_provider, default_connection, default_folder)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (owner) DO UPDATE SET default_provider = excluded.default_provider,
            default_connection = excluded.default_connection,
            default_folder = excluded.default_folder
        """,
        owner.key(),
        choice.provider().value(),
        connection == null ? null : connection.value(),
        choice.folder().value());
  }

  @Override
  public boolean clearDefaultStorage(Owner owner) {
    return sql.write("DELETE FROM <p>owner_settings WHERE owner = ?", owner.key()) > 0;
  }
}
