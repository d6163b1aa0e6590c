package dev.davit.internal.documents;

import dev.davit.internal.providers.OpenedStorage;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * Where a document goes.
 *
 * @param connection null for the application's own storage
 */
record Target(
    Owner owner,
    ProviderId provider,
    @Nullable ConnectionId connection,
    EntryId folder,
    OpenedStorage storage) {}
