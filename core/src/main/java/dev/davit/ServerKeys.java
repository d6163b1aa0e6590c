package dev.davit;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.credentials.Seals;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.Vault;
import dev.davit.ports.store.Stores;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/** The server's own keys, sealed in the stores, the same for all nodes. */
public final class ServerKeys {
  private final Stores stores;
  private final Vault vault;
  private final Seals seals;
  private final SecureRandom random = new SecureRandom();

  ServerKeys(Stores stores, Vault vault, Seals seals) {
    this.stores = stores;
    this.vault = vault;
    this.seals = seals;
  }

  /**
   * The key of this name, made at random the first time it is asked for.
   *
   * @param name what it is for; not empty
   * @param bytes how long it is; always the same for a name
   * @throws dev.davit.ports.CloudException {@code INTEGRITY} if what is stored was altered; {@code
   *     UNAVAILABLE} if the store or the key that sealed it is out of reach
   */
  public byte[] getOrCreate(String name, int bytes) {
    return getOrMake(name, bytes, () -> random(bytes));
  }

  /** As {@link #getOrCreate}, with a key that is made otherwise than at random. */
  byte[] getOrMake(String name, int bytes, Supplier<byte[]> made) {
    Binding binding = new Binding("", "", "", "server-key|" + name);
    Bytes sealed = find(name).orElseGet(() -> create(name, made.get(), binding));
    byte[] key =
        seals.audited(
            "", Actor.DAVIT, "server key " + name, () -> vault.house().open(sealed, binding));
    if (key.length != bytes) {
      throw new IllegalArgumentException(
          "the server key " + name + " has " + key.length + " bytes, not " + bytes);
    }
    return key;
  }

  private Optional<Bytes> find(String name) {
    return stores.reading(tx -> tx.serverKeys().find(name));
  }

  private byte[] random(int bytes) {
    byte[] fresh = new byte[bytes];
    random.nextBytes(fresh);
    return fresh;
  }

  private Bytes create(String name, byte[] fresh, Binding binding) {
    Bytes sealed = vault.house().seal(fresh, binding);
    return stores.inTransaction(
        tx ->
            tx.serverKeys().insert(name, sealed)
                ? sealed
                : tx.serverKeys().find(name).orElseThrow(ServerKeys::gone));
  }

  private static IllegalStateException gone() {
    return new IllegalStateException("a server key that is there could not be found");
  }
}
