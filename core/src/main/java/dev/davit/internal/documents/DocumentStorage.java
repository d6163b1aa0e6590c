package dev.davit.internal.documents;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.Found;
import dev.davit.internal.connections.Parting;
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

  /** As {@link #open}; documents that are being moved can be read until they are elsewhere. */
  OpenedStorage openForReading(Document document, Actor actor) {
    ConnectionId connection = document.connection();
    if (connection == null) {
      return open(document, actor);
    }
    Found found = access.find(document.owner().id(), connection);
    return Parting.of(found.connection()).filter(Parting.MOVE::equals).isPresent()
        ? openForCleaning(document)
        : access.open(found, actor);
  }

  /** The storage of a document that is taken out of it, also while its connection is left. */
  OpenedStorage openForCleaning(Document document) {
    ConnectionId connection = document.connection();
    return connection == null
        ? providers.openApplication(document.provider())
        : access.openForCleaning(document.owner(), connection);
  }
}
