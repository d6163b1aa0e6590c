package dev.davit.testkit.memory;

import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.Owner;
import dev.davit.ports.Sealer;
import dev.davit.ports.Vault;
import dev.davit.ports.WrappedKey;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A vault whose one house key lives as long as it does. The encryption is real (AES-256-GCM of the
 * JDK, every part of a binding authenticated), so what a test moves or alters is refused as in
 * earnest. Two vaults hold different keys.
 */
public final class MemoryVault implements Vault {
  private final SecureRandom random = new SecureRandom();
  private final AesSealer house = new AesSealer(newBytes(32), Optional.of(newBytes(4)), random);

  @Override
  public Sealer house() {
    return house;
  }

  @Override
  public WrappedKey newKey(Owner owner) {
    return new WrappedKey(house.seal(newBytes(32), keyOf(owner)));
  }

  @Override
  public Sealer of(Owner owner, WrappedKey key) {
    Bytes wrapped = key.bytes();
    return new AesSealer(house.open(wrapped, keyOf(owner)), Optional.empty(), random);
  }

  private static Binding keyOf(Owner owner) {
    return new Binding(owner.key(), "", "", "owner-key");
  }

  private byte[] newBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
