package dev.davit.app;

import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.Sealer;
import dev.davit.ports.Vault;
import dev.davit.ports.WrappedKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/**
 * A vault that counts what it can't open of what is stored. Page tokens come from clients, who may
 * send whatever they like: what can't be opened of those says nothing of the store.
 */
final class CountedVault implements Vault {
  private static final String SERVER_KEY = "server-key|";

  private final Vault vault;
  private final Counter integrity;
  private final Counter unknownKey;

  CountedVault(Vault vault, MeterRegistry registry) {
    this.vault = vault;
    integrity = failures(registry, "integrity");
    unknownKey = failures(registry, "unknown_key");
  }

  private static Counter failures(MeterRegistry registry, String kind) {
    return Counter.builder("davit.vault.failures")
        .description("Stored values that the vault refused: altered or moved, or of no key here")
        .tag("kind", kind)
        .register(registry);
  }

  @Override
  public Sealer house() {
    return new Counted(vault.house());
  }

  @Override
  public WrappedKey newKey(Owner owner) {
    return vault.newKey(owner);
  }

  @Override
  public Sealer of(Owner owner, WrappedKey key) {
    return new Counted(counted(() -> vault.of(owner, key)));
  }

  private <T> T counted(Supplier<T> work) {
    try {
      return work.get();
    } catch (CloudException failure) {
      if (failure.kind() == ErrorKind.INTEGRITY) {
        integrity.increment();
      } else if (failure.kind() == ErrorKind.UNAVAILABLE) {
        unknownKey.increment();
      }
      throw failure;
    }
  }

  private static boolean isPageToken(Binding binding) {
    return binding.field().contains("|") && !binding.field().startsWith(SERVER_KEY);
  }

  /** A sealer whose failures count. */
  private final class Counted implements Sealer {
    private final Sealer sealer;

    Counted(Sealer sealer) {
      this.sealer = sealer;
    }

    @Override
    public Bytes seal(byte[] plain, Binding binding) {
      return sealer.seal(plain, binding);
    }

    @Override
    public byte[] open(Bytes sealed, Binding binding) {
      return isPageToken(binding)
          ? sealer.open(sealed, binding)
          : counted(() -> sealer.open(sealed, binding));
    }
  }
}
