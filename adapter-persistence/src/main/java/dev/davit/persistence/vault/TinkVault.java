package dev.davit.persistence.vault;

import dev.davit.ports.Binding;
import dev.davit.ports.Owner;
import dev.davit.ports.Sealer;
import dev.davit.ports.Vault;
import dev.davit.ports.WrappedKey;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A vault with Tink's AES-256-GCM. Two levels: the operator's keyset, in a file, seals what belongs
 * to the house and wraps a data key for each owner; the data key seals what belongs to that owner.
 * Destroying an owner's wrapped key thus makes all of theirs unreadable, in backups of the rows
 * too, unless the key's own row is in the backup.
 *
 * <p>Everything sealed begins with a byte that says by which of the two, and is bound to what it is
 * and to each part of its {@link dev.davit.ports.Binding} as associated data.
 */
public final class TinkVault implements Vault {
  private final Keyset keyset;

  private TinkVault(Keyset keyset) {
    this.keyset = keyset;
  }

  /**
   * Opens the keyset file, or makes it at first start: readable by its owner only, written whole,
   * never over another.
   *
   * @param keyset the file; may be a link to one
   * @param rowsExist whether there are rows that were sealed with a keyset: then a missing file is
   *     refused
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#MISCONFIGURED}, in one
   *     sentence that says what to do, if the file is missing where rows exist, can't be made or
   *     read, has rights for others than its owner, is empty, or is not a keyset of AES-256-GCM
   *     keys
   */
  public static TinkVault openOrCreate(Path keyset, boolean rowsExist) {
    return new TinkVault(KeysetFile.openOrCreate(keyset, rowsExist));
  }

  /**
   * Makes a keyset file with one key, for all nodes that share a database: readable by its owner
   * only, written whole, never over another.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#MISCONFIGURED}, in one
   *     sentence that says what to do, if there is something of that name, or its folder is
   *     missing, can't be written to, or can be written to by others than its owner
   */
  public static TinkVault create(Path keyset) {
    return new TinkVault(KeysetFile.create(keyset));
  }

  /** Which keys are in the keyset. */
  public KeysetInfo info() {
    return keyset.info();
  }

  @Override
  public Sealer house() {
    return new HouseSealer(keyset, Purpose.HOUSE);
  }

  @Override
  public WrappedKey newKey(Owner owner) {
    byte[] key = OwnerSealer.newKey();
    try {
      return new WrappedKey(wrapping().seal(key, ownerKey(owner)));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  @Override
  public Sealer of(Owner owner, WrappedKey key) {
    return OwnerSealer.of(wrapping().open(key.bytes(), ownerKey(owner)));
  }

  private static Binding ownerKey(Owner owner) {
    return new Binding(owner.key(), "", "", "owner-key");
  }

  private Sealer wrapping() {
    return new HouseSealer(keyset, Purpose.OWNER_KEY);
  }
}
