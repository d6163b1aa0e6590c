package dev.davit;

import dev.davit.internal.input.Inputs;
import dev.davit.internal.purge.PurgeStart;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.OwnerId;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.Stores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The owners, and the taking down of all that one has. */
public final class Owners {
  private final Stores stores;
  private final PurgeStart start;

  Owners(Stores stores, PurgeStart start) {
    this.stores = stores;
    this.start = start;
  }

  /**
   * Takes down all that an owner has. From when this returns nobody is served for that owner any
   * more; a job removes the documents where they are, then the grants, keys and rows. Asked again,
   * the same purge is answered. Should the host use the id again once it is over, that is a new
   * owner, who sees nothing of this one.
   *
   * @param by who asks for it, for the audit log
   * @return the purge; over at once if the owner has nothing
   * @throws CloudException {@code NOT_FOUND} for the owner of an account that was deleted, once
   *     that is forgotten
   */
  public Purge purge(OwnerId owner, Caller by) {
    return stores.inTransaction(tx -> start.begin(tx, owner, false, by.toActor()));
  }

  /** How far a purge is; {@code NOT_FOUND} if there is none of that id, or it is forgotten. */
  public Purge purgeState(JobId id) {
    return stores
        .reading(tx -> tx.purges().find(id))
        .orElseThrow(() -> new CloudException(ErrorKind.NOT_FOUND, "There is no such purge."));
  }

  /**
   * One page of all purges, those that are over as long as they are remembered, in the order of
   * their ids.
   *
   * @param limit how many at most, 1 to 1,000
   * @param after from the page before; null for the first
   */
  public PurgePage purges(int limit, @Nullable String after) {
    Inputs.limit(limit);
    JobId last = after == null ? null : new JobId(after);
    List<Purge> page = stores.reading(tx -> tx.purges().list(last, limit));
    return new PurgePage(page, page.size() < limit ? null : page.get(limit - 1).id().value());
  }
}
