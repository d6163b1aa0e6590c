package dev.davit.internal.leaving;

import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.Found;
import dev.davit.internal.connections.Parting;
import dev.davit.internal.credentials.Use;
import dev.davit.internal.documents.GivingUp;
import dev.davit.internal.documents.Targets;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.internal.jobs.NewJobs;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;

/** Marks connections as being taken down, with the job that does it, in one transaction. */
public final class Mark {
  private final Stores stores;
  private final ConnectionAccess access;
  private final GivingUp uploads;
  private final Targets targets;

  public Mark(Stores stores, ConnectionAccess access, GivingUp uploads, Targets targets) {
    this.stores = stores;
    this.access = access;
    this.uploads = uploads;
    this.targets = targets;
  }

  /**
   * Marks a connection. Of one that is marked already, what becomes of the documents still in it
   * can be changed.
   *
   * @return whether no documents are in it
   * @throws CloudException {@link ErrorKind#CONFLICT} with their count if there are documents and
   *     nothing is said of them, or nowhere to move them to; {@link ErrorKind#REAUTH_REQUIRED} if
   *     nobody can move or delete them
   */
  boolean set(Found asked, Parting parting) {
    uploads.leave(asked.connection().owner(), asked.connection().id(), parting != Parting.NONE);
    return stores.inTransaction(
        tx ->
            set(tx, access.find(tx, asked.owner().owner().id(), asked.connection().id()), parting));
  }

  private boolean set(Transaction tx, Found found, Parting parting) {
    Owner owner = found.owner().owner();
    Connection connection = found.connection();
    Parting now = Parting.of(connection).orElse(null);
    long documents = tx.documents().count(owner, connection.id());
    if (now == null && documents > 0 && parting == Parting.NONE) {
      throw inTheWay(documents);
    }
    if (now == null) {
      requirePossible(tx, connection, documents == 0 ? Parting.NONE : parting);
      begin(tx, owner, connection.id(), documents == 0 ? Parting.NONE : parting);
    } else if (now != parting && now != Parting.NONE && parting != Parting.NONE) {
      requirePossible(tx, connection, parting);
      change(tx, owner, connection.id(), parting);
    }
    return documents == 0 && (now == null || now == Parting.NONE);
  }

  private void requirePossible(Transaction tx, Connection connection, Parting parting) {
    boolean touched = parting == Parting.MOVE || parting == Parting.DELETE;
    if (touched && connection.status() != Status.DISCONNECTING) {
      Use.WORK.check(connection);
    }
    if (parting == Parting.MOVE) {
      targets.requireElsewhere(tx, connection.owner(), connection.id());
    }
  }

  /** Without documents whoever asks does it himself, and the job is for when he can't. */
  private static void begin(Transaction tx, Owner owner, ConnectionId id, Parting parting) {
    tx.connections().setStatus(owner, id, Status.DISCONNECTING, parting.reason());
    tx.connections().raiseEpoch(owner, id);
    if (parting == Parting.NONE) {
      NewJobs.insert(tx, JobKinds.DISCONNECT, owner, id.value());
    } else {
      NewJobs.insertDue(tx, JobKinds.DISCONNECT, owner, new JobId(id.value()));
    }
  }

  private static void change(Transaction tx, Owner owner, ConnectionId id, Parting parting) {
    tx.connections().reconsider(owner, id, Status.DISCONNECTING, parting.reason());
    tx.jobs().startAnew(new JobId(id.value()));
    tx.jobs().postpone(new JobId(id.value()), tx.now());
  }

  private static CloudException inTheWay(long documents) {
    return new CloudException(
        ErrorKind.CONFLICT,
        documents
            + (documents == 1 ? " document is" : " documents are")
            + " in this connection. Say whether to keep them there, to move or to delete them.",
        Hints.documents(documents));
  }
}
