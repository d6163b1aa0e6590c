package dev.davit.testkit.contract;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.storage.StorageProvider;
import java.util.Optional;

/**
 * A storage to be tried.
 *
 * @param provider the adapter
 * @param credentials of an account in which nothing is stored
 * @param traits in what it differs
 * @param wire the line to its server, where it speaks HTTP to one: without it no rule for faults on
 *     the line is tried
 */
public record StorageSetup(
    StorageProvider provider,
    CredentialSource credentials,
    StorageTraits traits,
    Optional<StorageWire> wire) {
  /** A storage without a server. */
  public StorageSetup(
      StorageProvider provider, CredentialSource credentials, StorageTraits traits) {
    this(provider, credentials, traits, Optional.empty());
  }

  /** This, whose server is at the far end of a line to which things happen. */
  public StorageSetup withWire(StorageWire line) {
    return new StorageSetup(provider, credentials, traits, Optional.of(line));
  }
}
