package dev.davit.persistence.vault;

import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.Sealer;

/** Seals with the operator's keyset. */
record HouseSealer(Keyset keyset, Purpose purpose) implements Sealer {
  @Override
  public Bytes seal(byte[] plain, Binding binding) {
    return Bytes.of(keyset.encrypt(plain, Associated.data(purpose, binding)));
  }

  @Override
  public byte[] open(Bytes sealed, Binding binding) {
    return keyset.decrypt(sealed.toArray(), Associated.data(purpose, binding));
  }
}
