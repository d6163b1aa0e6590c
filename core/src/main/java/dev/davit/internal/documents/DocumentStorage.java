package dev.davit.internal.documents;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.providers.OpenedStorage;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.store.Document;

/** Opens the storage that a document is in. */
public final class DocumentStorage {
  private final ConnectionAccess access;
  private final ProviderRegistry providers;

  public DocumentStorage(ConnectionAccess access, ProviderRegistry providers) {
    this.access = access;
    this.providers = providers;
  }

  /** The storage; fails as opening a connection does. */
  OpenedStorage open(Document document, Actor actor) {
    ConnectionId connection = document.connection();
    return connection == null
        ? providers.openApplication(document.provider())
        : access.open(access.find(document.owner().id(), connection), actor);
  }
}
