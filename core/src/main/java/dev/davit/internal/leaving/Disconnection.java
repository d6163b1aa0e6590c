package dev.davit.internal.leaving;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.Found;
import dev.davit.internal.connections.Parting;
import dev.davit.internal.connections.Revocation;
import dev.davit.internal.credentials.StoredCredentials;
import dev.davit.internal.credentials.Use;
import dev.davit.internal.jobs.JobHandler;
import dev.davit.internal.jobs.JobLease;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes connections down: marked in one transaction with its job, emptied, revoked, then removed.
 * Every step may be repeated, by the owner or by the job; gone already is done.
 */
public final class Disconnection implements JobHandler {
  /** After so many tries, about a day, the credential is destroyed unrevoked. */
  private static final int TRIES = 30;

  private final Stores stores;
  private final Owners owners;
  private final ConnectionAccess access;
  private final Revocation revocation;
  private final Mark mark;
  private final Departure departure;
  private final AuditLog audit;

  public Disconnection(
      Stores stores,
      Owners owners,
      ConnectionAccess access,
      Revocation revocation,
      Mark mark,
      Departure departure,
      AuditLog audit) {
    this.stores = stores;
    this.owners = owners;
    this.access = access;
    this.revocation = revocation;
    this.mark = mark;
    this.departure = departure;
    this.audit = audit;
  }

  /**
   * Takes a connection down, as far as that can be done at once; a job does the rest. Unfinished
   * uploads in parts are given up.
   *
   * @param parting what is to become of the documents in it; NONE refuses if there are any
   * @return whether it is gone
   * @throws CloudException as {@link Mark#set}
   */
  public boolean run(Found asked, Parting parting, Actor actor) {
    if (!mark.set(asked, parting)) {
      return false;
    }
    try {
      finish(asked, actor, revocation.revoke(credentials(asked, actor), asked.connection()));
      return true;
    } catch (CloudException later) {
      if (!Revocation.isPassing(later)) {
        throw later;
      }
      return false;
    }
  }

  @Override
  public void run(Job job) {
    Optional<Found> found = stores.inTransaction(tx -> find(tx, job));
    if (found.isPresent() && !isEmptied(job, found.get())) {
      return;
    }
    boolean revoked = found.filter(there -> revoke(there, job)).isPresent();
    stores.inTransaction(
        tx -> {
          JobLease.end(tx, job);
          found.ifPresent(there -> forget(tx, there, Actor.DAVIT, revoked));
          return true;
        });
  }

  /** Documents that can't be taken along keep the connection: it is as it was, and says so. */
  private boolean isEmptied(Job job, Found found) {
    try {
      departure.run(job, found.connection());
      return true;
    } catch (CloudException failure) {
      if (Departure.isPassing(failure) && mayTryAgain(job)) {
        throw failure;
      }
      stores.inTransaction(tx -> takeBack(tx, job, found.connection(), failure));
      return false;
    }
  }

  private boolean takeBack(Transaction tx, Job job, Connection connection, CloudException failure) {
    JobLease.end(tx, job);
    Owner owner = connection.owner();
    tx.connections().reconsider(owner, connection.id(), Status.ACTIVE, Parting.FAILED);
    tx.connections().raiseEpoch(owner, connection.id());
    String outcome = failure.kind().name().toLowerCase(Locale.ROOT);
    audit.record(
        tx, "connection.disconnect_failed", outcome, owner.key(), Actor.DAVIT, what(connection));
    return true;
  }

  private boolean revoke(Found found, Job job) {
    try {
      return revocation.revoke(credentials(found, Actor.DAVIT), found.connection());
    } catch (CloudException failure) {
      if (mayTryAgain(job)) {
        throw failure;
      }
      return false;
    }
  }

  /** By its row: what is begun anew while this is at it may be tried as often again. */
  private boolean mayTryAgain(Job job) {
    return stores
        .<Optional<Job>>reading(tx -> tx.jobs().find(job.id()))
        .filter(now -> now.attempts() < TRIES)
        .isPresent();
  }

  private StoredCredentials credentials(Found found, Actor actor) {
    return access.credentials(found.connection(), Use.DISCONNECT, actor);
  }

  private Optional<Found> find(Transaction tx, Job job) {
    JobLease.require(tx, job);
    ActiveOwner owner = owners.require(tx, job.owner());
    return tx.connections()
        .find(job.owner(), new ConnectionId(job.subject()))
        .map(connection -> new Found(owner, connection, tx.now()));
  }

  /** An owner who is being purged by now leaves the rest to that. */
  private void finish(Found found, Actor actor, boolean revoked) {
    stores.inTransaction(
        tx -> {
          owners.require(tx, found.owner().owner());
          forget(tx, found, actor, revoked);
          return tx.jobs().cancel(new JobId(found.connection().id().value()));
        });
  }

  private void forget(Transaction tx, Found found, Actor actor, boolean revoked) {
    Owner owner = found.owner().owner();
    Connection connection = found.connection();
    if (tx.connections().delete(owner, connection.id())) {
      String outcome = revoked ? "ok" : "not_revoked";
      audit.record(tx, "connection.disconnected", outcome, owner.key(), actor, what(connection));
    }
  }

  private static String what(Connection connection) {
    return connection.provider() + " " + connection.id();
  }
}
