package dev.davit.internal.connections;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.input.Problems;
import dev.davit.internal.owners.Owners;
import dev.davit.internal.providers.Operation;
import dev.davit.internal.providers.ProviderCalls;
import dev.davit.internal.providers.ProviderRegistry;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Connects an account by fields: tried first, and kept only if the provider accepts them. */
public final class FieldConnect {
  private final Stores stores;
  private final Owners owners;
  private final ProviderRegistry providers;
  private final ProviderCalls calls;
  private final Connecting connecting;

  public FieldConnect(
      Stores stores,
      Owners owners,
      ProviderRegistry providers,
      ProviderCalls calls,
      Connecting connecting) {
    this.stores = stores;
    this.owners = owners;
    this.providers = providers;
    this.calls = calls;
    this.connecting = connecting;
  }

  /** Tries the fields, then keeps what they open. */
  public Connection run(
      OwnerId id, ProviderId provider, SecretFields fields, @Nullable String name, Actor actor) {
    if (!(providers.require(provider).authentication() instanceof Authentication.Fields login)) {
      throw Problems.field("provider", "This provider is not connected by a form.");
    }
    Begin begin = stores.reading(tx -> new Begin(owners.expected(tx, id), tx.now()));
    Grant grant =
        calls.call(provider, Operation.VERIFY, FieldConnect::refused, () -> login.verify(fields));
    return connecting.keep(begin.owner(), begin.at(), provider, grant, name, actor);
  }

  private static CloudException refused() {
    return new CloudException(
        ErrorKind.CREDENTIALS_REFUSED, "The provider refused these credentials.");
  }

  /** Whose connect it is, and when the provider had not yet been asked. */
  private record Begin(Owner owner, Instant at) {}
}
