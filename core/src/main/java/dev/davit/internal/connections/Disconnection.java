package dev.davit.internal.connections;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.credentials.StoredCredentials;
import dev.davit.internal.credentials.Use;
import dev.davit.internal.jobs.JobHandler;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.internal.jobs.NewJobs;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.Optional;

/**
 * Takes connections down: marked in one transaction with its job, revoked, then removed. Every step
 * may be repeated, by the owner or by the job; gone already is done.
 */
public final class Disconnection implements JobHandler {
  /** After so many tries, about a day, the credential is destroyed unrevoked. */
  private static final int TRIES = 30;

  private final Stores stores;
  private final Owners owners;
  private final ConnectionAccess access;
  private final Revocation revocation;
  private final Leaving leaving;
  private final AuditLog audit;

  public Disconnection(
      Stores stores,
      Owners owners,
      ConnectionAccess access,
      Revocation revocation,
      Leaving leaving,
      AuditLog audit) {
    this.stores = stores;
    this.owners = owners;
    this.access = access;
    this.revocation = revocation;
    this.leaving = leaving;
    this.audit = audit;
  }

  /**
   * Takes a connection down, as far as the provider can be reached; a job does the rest. Unfinished
   * uploads in parts are given up.
   *
   * @throws CloudException {@link ErrorKind#CONFLICT} while documents are in it
   */
  public void run(Found asked, Actor actor) {
    leaving.leave(asked.owner().owner(), asked.connection().id());
    Found found = stores.inTransaction(tx -> mark(tx, asked));
    try {
      finish(found, actor, revocation.revoke(credentials(found, actor), found.connection()));
    } catch (CloudException later) {
      if (!Revocation.isPassing(later)) {
        throw later;
      }
    }
  }

  @Override
  public void run(Job job) {
    Optional<Found> found = stores.reading(tx -> find(tx, job));
    if (found.isEmpty()) {
      stores.inTransaction(tx -> tx.jobs().cancel(job.id()));
      return;
    }
    finish(found.get(), Actor.DAVIT, revoke(found.get(), job.attempts()));
  }

  private boolean revoke(Found found, int attempts) {
    try {
      return revocation.revoke(credentials(found, Actor.DAVIT), found.connection());
    } catch (CloudException failure) {
      if (attempts < TRIES) {
        throw failure;
      }
      return false;
    }
  }

  private StoredCredentials credentials(Found found, Actor actor) {
    return access.credentials(found, Use.DISCONNECT, actor);
  }

  private Optional<Found> find(Transaction tx, Job job) {
    ActiveOwner owner = owners.require(tx, job.owner());
    return tx.connections()
        .find(job.owner(), new ConnectionId(job.subject()))
        .map(connection -> new Found(owner, connection, tx.now()));
  }

  private Found mark(Transaction tx, Found asked) {
    Owner owner = asked.owner().owner();
    Connection connection = access.find(tx, owner.id(), asked.connection().id()).connection();
    if (connection.status() != Status.DISCONNECTING) {
      refuseIfUsed(tx.documents().count(owner, connection.id()));
      tx.connections()
          .setStatus(owner, connection.id(), Status.DISCONNECTING, "disconnect_requested");
      tx.connections().raiseEpoch(owner, connection.id());
      NewJobs.insert(tx, JobKinds.DISCONNECT, owner, connection.id().value());
    }
    return asked;
  }

  private static void refuseIfUsed(long documents) {
    if (documents > 0) {
      throw new CloudException(
          ErrorKind.CONFLICT,
          "The documents in this connection are in the way: "
              + documents
              + ". Move or delete them first.");
    }
  }

  private void finish(Found found, Actor actor, boolean revoked) {
    Owner owner = found.owner().owner();
    Connection connection = found.connection();
    stores.inTransaction(
        tx -> {
          if (tx.connections().delete(owner, connection.id())) {
            String outcome = revoked ? "ok" : "not_revoked";
            String detail = connection.provider() + " " + connection.id();
            audit.record(tx, "connection.disconnected", outcome, owner.key(), actor, detail);
          }
          return tx.jobs().cancel(new JobId(connection.id().value()));
        });
  }
}
