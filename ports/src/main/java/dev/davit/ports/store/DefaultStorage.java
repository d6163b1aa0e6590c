package dev.davit.ports.store;

import dev.davit.ports.ConnectionId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * Where an owner's new documents go.
 *
 * @param provider which provider
 * @param connection which of the owner's accounts there; null for the application's own storage
 * @param folder into which folder
 */
public record DefaultStorage(
    ProviderId provider, @Nullable ConnectionId connection, EntryId folder) {}
