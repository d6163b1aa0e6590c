package dev.davit.internal.purge;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.audit.AuditLog;
import dev.davit.internal.input.Problems;
import dev.davit.internal.jobs.JobKinds;
import dev.davit.internal.jobs.NewJobs;
import dev.davit.ports.IdSource;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.OwnerStore;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Marks an owner as being purged, with all that is theirs, in one transaction. From then on nobody
 * is served but the house's own cleaning.
 */
public final class PurgeStart {
  private static final Set<String> OURS = Set.of(JobKinds.DELETE, JobKinds.DISCONNECT);
  private static final Set<String> LOGINS =
      Set.of(JobKinds.LOGIN, JobKinds.LOGIN_DONE, JobKinds.LOGIN_OVER);
  private static final Set<String> SWEEPS = Set.of(JobKinds.SWEEP);

  private final IdSource ids;
  private final AuditLog audit;
  private final PurgeEnd end;
  private final Duration time;

  /**
   * A beginning.
   *
   * @param time after which what can't be reached is given up
   */
  public PurgeStart(IdSource ids, AuditLog audit, PurgeEnd end, Duration time) {
    this.ids = ids;
    this.audit = audit;
    this.end = end;
    this.time = time;
  }

  /**
   * Begins a purge, or answers the one that there is. Of an owner who has nothing it is over at
   * once; requests that are under way leave nothing behind either.
   *
   * @param lasting whether the id is never to be used again
   * @throws dev.davit.ports.CloudException {@code NOT_FOUND} if the owner is gone for good, and the
   *     purge forgotten
   */
  public Purge begin(Transaction tx, OwnerId id, boolean lasting, Actor actor) {
    Optional<OwnerStore.Row> row = tx.owners().find(id);
    if (row.isEmpty()) {
      return endAtOnce(tx, new Owner(id, 1), lasting, actor);
    }
    Owner owner = row.get().owner();
    return switch (row.get().state()) {
      case ACTIVE -> mark(tx, owner, lasting, actor);
      case PURGING -> goingOn(tx, owner, lasting, actor);
      case PURGED -> again(tx, owner, lasting, actor);
      case ENDED -> tx.purges().find(owner).orElseThrow(Problems::noSuchThing);
    };
  }

  private Purge mark(Transaction tx, Owner owner, boolean lasting, Actor actor) {
    List<Connection> connections = tx.connections().list(owner);
    Purge purge = purge(owner, lasting, tx.now(), connections);
    tx.owners().setState(owner, OwnerStore.State.PURGING);
    connections.forEach(connection -> takeDown(tx, connection));
    settleJobs(tx, owner);
    tx.purges().insert(purge);
    NewJobs.insertDue(tx, JobKinds.PURGE, owner, purge.id());
    tell(tx, owner, actor, purge.providers());
    return purge;
  }

  private Purge purge(Owner owner, boolean lasting, Instant now, List<Connection> connections) {
    String providers =
        connections.stream()
            .map(connection -> connection.provider().value())
            .distinct()
            .sorted()
            .collect(Collectors.joining(","));
    return new Purge(
        new JobId(ids.next()),
        owner,
        Purge.State.RUNNING,
        lasting,
        now,
        now.plus(time),
        null,
        providers,
        connections.size(),
        0,
        0,
        0,
        null);
  }

  private static void takeDown(Transaction tx, Connection connection) {
    tx.connections()
        .setStatus(connection.owner(), connection.id(), Status.DISCONNECTING, "owner_purged");
    tx.connections().raiseEpoch(connection.owner(), connection.id());
  }

  /** What the purge does itself is called off; what is over by itself is hurried. */
  private static void settleJobs(Transaction tx, Owner owner) {
    tx.jobs().cancelAll(owner, OURS);
    tx.jobs().hurry(owner, LOGINS, tx.now());
    tx.jobs().hurry(owner, SWEEPS, tx.now().plus(NewJobs.GRACE));
  }

  private Purge goingOn(Transaction tx, Owner owner, boolean lasting, Actor actor) {
    Purge purge = tx.purges().find(owner).orElseThrow(Problems::noSuchThing);
    if (!lasting || purge.lasting()) {
      return purge;
    }
    Purge forGood = Counts.lasting(purge);
    tx.purges().update(forGood);
    tell(tx, owner, actor, forGood.providers());
    return forGood;
  }

  private Purge again(Transaction tx, Owner owner, boolean lasting, Actor actor) {
    if (lasting) {
      tx.owners().setState(owner, OwnerStore.State.ENDED);
    }
    Optional<Purge> before = tx.purges().find(owner);
    if (before.isEmpty()) {
      return endAtOnce(tx, new Owner(owner.id(), owner.generation() + 1), lasting, actor);
    }
    if (lasting) {
      tell(tx, owner, actor, "");
      PurgeEnd.eraseAll(tx, owner);
    }
    return before.get();
  }

  /** The tombstone keeps those away who have begun to ask before. */
  private Purge endAtOnce(Transaction tx, Owner owner, boolean lasting, Actor actor) {
    Purge over = Counts.over(purge(owner, lasting, tx.now(), List.of()), tx.now());
    tx.owners().insert(new OwnerStore.Row(owner, PurgeEnd.stateAfter(over), null, tx.now()));
    tx.purges().insert(over);
    tell(tx, owner, actor, "");
    PurgeEnd.eraseAll(tx, owner);
    end.tell(tx, over);
    return over;
  }

  /** Who else asks for it answers for it: that is not erased with what was the owner's. */
  private void tell(Transaction tx, Owner owner, Actor actor, String detail) {
    boolean own = actor.name().equals(owner.id().value());
    audit.record(tx, "owner.purge_requested", "ok", own ? owner.key() : "", actor, detail);
  }
}
