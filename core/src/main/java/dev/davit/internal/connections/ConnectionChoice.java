package dev.davit.internal.connections;

import dev.davit.internal.input.Problems;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which connection is meant where only a provider is named. A status never changes the choice. */
public final class ConnectionChoice {
  private final Stores stores;
  private final Owners owners;
  private final ProviderRegistry providers;

  public ConnectionChoice(Stores stores, Owners owners, ProviderRegistry providers) {
    this.stores = stores;
    this.owners = owners;
    this.providers = providers;
  }

  /**
   * The connection of that id at that provider, or the owner's only one there.
   *
   * @throws CloudException {@link ErrorKind#CONFLICT} with the choices if there are several; {@link
   *     ErrorKind#NOT_FOUND} if there is none
   */
  public Found choose(OwnerId id, ProviderId provider, @Nullable ConnectionId wanted) {
    providers.require(provider);
    return stores.reading(
        tx -> {
          ActiveOwner owner = owners.find(tx, id).orElseThrow(Problems::noSuchConnection);
          List<Connection> there =
              tx.connections().list(owner.owner()).stream()
                  .filter(connection -> connection.provider().equals(provider))
                  .filter(connection -> wanted == null || connection.id().equals(wanted))
                  .toList();
          return new Found(owner, only(there), tx.now());
        });
  }

  private static Connection only(List<Connection> connections) {
    if (connections.size() > 1) {
      throw new CloudException(
          ErrorKind.CONFLICT,
          "There are several connections to this provider. Say which one is meant.",
          Hints.choices(connections.stream().map(Connection::id).toList()));
    }
    return connections.stream().findFirst().orElseThrow(Problems::noSuchConnection);
  }
}
