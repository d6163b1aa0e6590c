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
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} while being purged, and once gone for
   *     good
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
   * The very same owner, for what the house does to clean up: also while being purged.
   *
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} if there is nothing left to clean
   */
  public ActiveOwner requireForCleaning(Transaction tx, Owner owner) {
    return tx.owners()
        .find(owner.id())
        .filter(row -> row.owner().equals(owner))
        .map(row -> new ActiveOwner(owner, keyOf(row)))
        .orElseThrow(Problems::noSuchThing);
  }

  /** Whether this very owner is being purged. */
  public static boolean isPurging(Transaction tx, Owner owner) {
    return tx.owners()
        .find(owner.id())
        .filter(row -> row.owner().equals(owner) && row.state() == OwnerStore.State.PURGING)
        .isPresent();
  }

  /**
   * Who the owner of this id is, or will be once something is kept: what takes a while asks for it
   * at its beginning, so that it keeps nothing for whoever comes after a purge.
   *
   * @throws dev.davit.ports.CloudException as {@link #find}
   */
  public Owner expected(Transaction tx, OwnerId id) {
    return find(tx, id)
        .map(ActiveOwner::owner)
        .orElseGet(
            () ->
                new Owner(
                    id, tx.owners().find(id).map(row -> row.owner().generation()).orElse(0L) + 1));
  }

  /**
   * The owner that was {@linkplain #expected expected}, made if there is none.
   *
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} if that one was, or is being, purged
   */
  public ActiveOwner findOrAdd(Transaction tx, Owner expected) {
    if (!expected(tx, expected.id()).equals(expected)) {
      throw Problems.noSuchThing();
    }
    return findOrAdd(tx, expected.id());
  }

  /**
   * The owner of this id, made if there is none; after a purge the next generation.
   *
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} while being purged, and once gone for
   *     good
   */
  public ActiveOwner findOrAdd(Transaction tx, OwnerId id) {
    return find(tx, id).orElseGet(() -> add(tx, expected(tx, id)));
  }

  private ActiveOwner add(Transaction tx, Owner owner) {
    WrappedKey key = vault.newKey(owner);
    tx.owners().insert(new OwnerStore.Row(owner, OwnerStore.State.ACTIVE, key, tx.now()));
    return new ActiveOwner(owner, key);
  }

  private static Optional<ActiveOwner> active(OwnerStore.Row row) {
    return switch (row.state()) {
      case PURGED -> Optional.empty();
      case PURGING, ENDED -> throw Problems.noSuchThing();
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
