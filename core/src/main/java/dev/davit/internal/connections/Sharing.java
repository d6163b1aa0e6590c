package dev.davit.internal.connections;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.credentials.Use;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether somebody would lose something, were a credential revoked. */
public final class Sharing {
  private final Stores stores;
  private final ConnectionAccess access;

  public Sharing(Stores stores, ConnectionAccess access) {
    this.stores = stores;
    this.access = access;
  }

  /**
   * Begins to end what was granted, unless a connection, of whomever, uses it: the same fields,
   * such as one app password typed twice; of tokens any of the account, since revoking one may end
   * all. From here until {@link #end} no connect keeps what may be ended by it.
   *
   * @param own the connection that is being taken down; null if there is none
   * @return what {@link #end} is told; empty if it is used, and nothing was begun
   */
  Optional<Ending.Mark> begin(ProviderId provider, Grant grant, @Nullable ConnectionId own) {
    Optional<Begun> begun = stores.inTransaction(tx -> begin(tx, provider, grant, own));
    boolean used =
        begun
            .filter(now -> now.others().stream().anyMatch(any -> isOf(any, grant.credential())))
            .isPresent();
    if (used) {
      begun.ifPresent(now -> end(provider, grant.subject(), now.mark()));
    }
    return used ? Optional.empty() : begun.map(Begun::mark);
  }

  /** Empty if that alone shows that it is used. */
  private static Optional<Begun> begin(
      Transaction tx, ProviderId provider, Grant grant, @Nullable ConnectionId own) {
    List<Connection> others =
        live(tx, provider, grant.subject()).filter(any -> !any.id().equals(own)).toList();
    return grant.credential() instanceof OAuthTokens && !others.isEmpty()
        ? Optional.empty()
        : Optional.of(new Begun(Ending.begin(tx, provider, grant.subject()), others));
  }

  /** Says that the provider has ended what was begun to be. */
  void end(ProviderId provider, String subject, Ending.Mark mark) {
    stores.inTransaction(tx -> Ending.end(tx, provider, subject, mark));
  }

  /** Whether any connection uses what was granted. */
  public boolean isUsed(ProviderId provider, Grant grant) {
    return stores.reading(tx -> live(tx, provider, grant.subject()).toList()).stream()
        .anyMatch(any -> uses(any, grant.credential()));
  }

  private static Stream<Connection> live(Transaction tx, ProviderId provider, String subject) {
    return tx.connections().listBySubject(provider, subject).stream()
        .filter(any -> any.status() != Status.DISCONNECTING || isInUse(tx, any));
  }

  private boolean uses(Connection connection, Credential credential) {
    return credential instanceof OAuthTokens || isOf(connection, credential);
  }

  /** Whether one that is being taken down needs its credential, to remove what is in it. */
  private static boolean isInUse(Transaction tx, Connection connection) {
    return !tx.documents().in(connection.owner(), connection.id(), null, 1).isEmpty();
  }

  /** What can't be read may be the same: then nothing is revoked. One without any loses none. */
  private boolean isOf(Connection other, Credential credential) {
    try {
      return access
          .credentials(other, Use.DISCONNECT, Actor.DAVIT)
          .current()
          .credential()
          .equals(credential);
    } catch (CloudException failure) {
      if (Revocation.isPassing(failure)) {
        throw failure;
      }
      return failure.kind() != ErrorKind.NOT_FOUND && failure.kind() != ErrorKind.REAUTH_REQUIRED;
    }
  }

  /** What was noted, and which other connections had the account at that moment. */
  private record Begun(Ending.Mark mark, List<Connection> others) {}
}
