package dev.davit.internal.credentials;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.codec.CredentialCodec;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Vault;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Seals and opens what is kept secret. What the vault refuses as altered or moved is audited as
 * {@code vault.integrity_failure}; it says nothing about the provider, so no status changes.
 */
public final class Seals {
  private static final String CREDENTIAL = "credential";

  private final Stores stores;
  private final Vault vault;
  private final AuditLog audit;
  private final InstantSource clock;

  /**
   * Seals.
   *
   * @param clock of this node, by which providers' adapters say when tokens expire
   */
  public Seals(Stores stores, Vault vault, AuditLog audit, InstantSource clock) {
    this.stores = stores;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Seals the credential of a connection as a provider has just given it. When it expires is sealed
   * by the database's clock, whatever this node's says: by what is left of its life now.
   */
  public Bytes seal(
      Transaction tx, ActiveOwner owner, Connection connection, Credential credential) {
    byte[] plain = CredentialCodec.encode(inDatabaseTime(tx, credential));
    try {
      return vault.of(owner.owner(), owner.key()).seal(plain, binding(owner, connection));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** Opens the credential of a connection; not to be called within a transaction. */
  public Credential open(ActiveOwner owner, Connection connection, Bytes sealed, Actor actor) {
    return audited(
        owner.owner().key(),
        actor,
        "connection " + connection.id(),
        () -> decode(owner, connection, sealed));
  }

  /**
   * As {@link #open}, as a part of a transaction, around which its caller {@linkplain #audited
   * audits}.
   */
  public Credential openWithin(ActiveOwner owner, Connection connection, Bytes sealed) {
    return decode(owner, connection, sealed);
  }

  /** Seals something else of an owner's. Does no I/O, so it may be part of a transaction. */
  public Bytes seal(ActiveOwner owner, Binding binding, byte[] plain) {
    return vault.of(owner.owner(), owner.key()).seal(plain, binding);
  }

  /** Opens what was sealed for this binding; not to be called within a transaction. */
  public byte[] open(ActiveOwner owner, Binding binding, Bytes sealed, Actor actor) {
    return audited(
        owner.owner().key(),
        actor,
        binding.field(),
        () -> vault.of(owner.owner(), owner.key()).open(sealed, binding));
  }

  /** Does what may find something altered; not to be called within a transaction. */
  public <T> T audited(String owner, Actor actor, String detail, Supplier<T> work) {
    try {
      return work.get();
    } catch (CloudException failure) {
      if (failure.kind() == ErrorKind.INTEGRITY) {
        tell(owner, actor, detail, failure);
      }
      throw failure;
    }
  }

  private Credential inDatabaseTime(Transaction tx, Credential credential) {
    if (!(credential instanceof OAuthTokens tokens) || tokens.expiresAt() == null) {
      return credential;
    }
    Duration left = Duration.between(clock.instant(), tokens.expiresAt());
    return new OAuthTokens(tokens.access(), tokens.refresh(), tx.now().plus(left), tokens.scopes());
  }

  private void tell(String owner, Actor actor, String detail, CloudException failure) {
    try {
      stores.inTransaction(
          tx -> {
            audit.record(tx, "vault.integrity_failure", "refused", owner, actor, detail);
            return true;
          });
    } catch (CloudException unaudited) {
      failure.addSuppressed(unaudited);
    }
  }

  private Credential decode(ActiveOwner owner, Connection connection, Bytes sealed) {
    byte[] plain = vault.of(owner.owner(), owner.key()).open(sealed, binding(owner, connection));
    try {
      return CredentialCodec.decode(plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static Binding binding(ActiveOwner owner, Connection connection) {
    return new Binding(
        owner.owner().key(), connection.id().value(), connection.provider().value(), CREDENTIAL);
  }
}
