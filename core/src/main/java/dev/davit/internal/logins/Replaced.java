package dev.davit.internal.logins;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.credentials.Seals;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.ports.Bytes;
import dev.davit.ports.Credential;
import dev.davit.ports.ProviderId;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Transaction;
import java.util.Optional;
import java.util.Set;

/**
 * The credential of a connection that a log-in renewed: still good at the server, where nobody
 * needs it any more. One that the server has refused is left alone: it is dead, and some servers
 * count it against us. So are tokens, which end together with those that came after them.
 */
record Replaced(ActiveOwner owner, Connection connection, Bytes sealed) {
  /** What keeping this grant will replace; looked up in the transaction that keeps it. */
  static Optional<Replaced> by(
      Transaction tx, ActiveOwner owner, ProviderId provider, Grant grant) {
    return tx.connections()
        .findBySubject(owner.owner(), provider, grant.subject())
        .filter(known -> known.status() == Status.ACTIVE)
        .flatMap(
            known ->
                tx.credentials()
                    .find(known.id())
                    .map(row -> new Replaced(owner, known, row.sealed())));
  }

  /** It as a grant that is to be revoked; empty if it is none that can be revoked by itself. */
  Optional<Grant> leftover(Seals seals, Actor actor, Credential present) {
    Credential before = seals.open(owner, connection, sealed, actor);
    return before instanceof SecretFields && !before.equals(present)
        ? Optional.of(new Grant(before, connection.subject(), connection.accountLabel(), Set.of()))
        : Optional.empty();
  }
}
