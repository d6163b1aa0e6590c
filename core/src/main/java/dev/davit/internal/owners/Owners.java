package dev.davit.internal.owners;

import dev.davit.internal.input.Problems;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.Vault;
import dev.davit.ports.WrappedKey;
import dev.davit.ports.store.OwnerStore;
import dev.davit.ports.store.Transaction;
import java.util.Optional;

/** Finds the owners, and makes them when something is first kept for them. */
public final class Owners {
  private final Vault vault;

  public Owners(Vault vault) {
    this.vault = vault;
  }

  /**
   * The owner of this id; empty if there is none yet, or the last one was purged.
   *
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} while being purged
   */
  public Optional<ActiveOwner> find(Transaction tx, OwnerId id) {
    return tx.owners().find(id).flatMap(Owners::active);
  }

  /** The very same owner, not a later generation; {@code NOT_FOUND} if not to be served. */
  public ActiveOwner require(Transaction tx, Owner owner) {
    return find(tx, owner.id())
        .filter(active -> active.owner().equals(owner))
        .orElseThrow(Problems::noSuchThing);
  }

  /**
   * The owner of this id, made if there is none; after a purge the next generation.
   *
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} while being purged
   */
  public ActiveOwner findOrAdd(Transaction tx, OwnerId id) {
    Optional<OwnerStore.Row> last = tx.owners().find(id);
    return last.flatMap(Owners::active)
        .orElseGet(() -> add(tx, id, last.map(row -> row.owner().generation()).orElse(0L) + 1));
  }

  private ActiveOwner add(Transaction tx, OwnerId id, long generation) {
    Owner owner = new Owner(id, generation);
    WrappedKey key = vault.newKey(owner);
    tx.owners().insert(new OwnerStore.Row(owner, OwnerStore.State.ACTIVE, key, tx.now()));
    return new ActiveOwner(owner, key);
  }

  private static Optional<ActiveOwner> active(OwnerStore.Row row) {
    return switch (row.state()) {
      case PURGED -> Optional.empty();
      case PURGING -> throw Problems.noSuchThing();
      case ACTIVE -> Optional.of(new ActiveOwner(row.owner(), keyOf(row)));
    };
  }

  private static WrappedKey keyOf(OwnerStore.Row row) {
    WrappedKey key = row.key();
    if (key == null) {
      throw Problems.noSuchThing();
    }
    return key;
  }
}
