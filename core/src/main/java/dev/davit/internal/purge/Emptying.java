package dev.davit.internal.purge;

import dev.davit.internal.connections.Revocation;
import dev.davit.internal.documents.Removal;
import dev.davit.ports.CloudException;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Transaction;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes the owner's documents in one place, page by page: at the provider, then here, each
 * counted in the transaction that removes its row. Used once, by one thread.
 */
final class Emptying {
  private static final int PAGE = 100;

  /** What no waiting helps against. */
  private static final Set<ErrorKind> DEAD =
      EnumSet.of(ErrorKind.REAUTH_REQUIRED, ErrorKind.CREDENTIALS_REFUSED, ErrorKind.INTEGRITY);

  private final Removal removal;
  private final Round round;
  private final @Nullable ConnectionId place;
  private boolean over;
  private boolean hopeless;
  private boolean skipped;
  private @Nullable Document kept;

  /**
   * An emptying.
   *
   * @param place a connection; null for the application's own storage, and what is left of
   *     connections that are gone
   */
  Emptying(Removal removal, Round round, @Nullable ConnectionId place) {
    this.removal = removal;
    this.round = round;
    this.place = place;
  }

  void run() {
    List<Document> page = page(null);
    while (!page.isEmpty()) {
      page.stream().filter(this::isHere).forEach(this::remove);
      page = over ? List.of() : page(page.get(page.size() - 1).id());
    }
    if (kept != null && !skipped) {
      removeFolder(kept);
    }
  }

  /** The row of one document stays until its folder is gone: by it that is found again. */
  private void removeFolder(Document last) {
    try {
      removal.removeFolder(last);
      forget(last, true);
    } catch (CloudException failure) {
      if (round.isLate()) {
        forget(last, true);
      } else {
        round.fail(last.provider(), failure);
      }
    }
  }

  private List<Document> page(@Nullable DocumentId after) {
    Owner owner = round.owner();
    return round.read(
        tx ->
            place == null
                ? tx.documents().all(owner, after, PAGE)
                : tx.documents().in(owner, place, after, PAGE));
  }

  private boolean isHere(Document document) {
    ConnectionId connection = document.connection();
    return place != null
        || connection == null
        || round.read(tx -> tx.connections().find(round.owner(), connection).isEmpty());
  }

  private void remove(Document document) {
    if (over) {
      return;
    }
    if (!round.isLate() && round.read(tx -> isAwaited(tx, document))) {
      round.await();
      skipped = true;
      return;
    }
    try {
      removed(document, !hopeless && removal.removeThere(document));
    } catch (CloudException failure) {
      failed(document, failure);
    }
  }

  private void removed(Document document, boolean removed) {
    if (removed && document.connection() == null && kept == null) {
      kept = document;
    } else {
      forget(document, removed);
    }
  }

  private void failed(Document document, CloudException failure) {
    boolean dead = DEAD.contains(failure.kind());
    if (dead || round.isLate()) {
      hopeless = dead || Revocation.isPassing(failure);
      forget(document, false);
    } else {
      round.fail(document.provider(), failure);
      skipped = true;
      over = Revocation.isPassing(failure);
    }
  }

  /** Whether somebody may be uploading it: until its sweep, which is soon. */
  private static boolean isAwaited(Transaction tx, Document document) {
    return document.state() == Document.State.UPLOADING
        && tx.jobs().find(new JobId(document.id().value())).isPresent();
  }

  private void forget(Document document, boolean removed) {
    round.write(
        tx -> {
          tx.jobs().cancel(new JobId(document.id().value()));
          if (tx.documents().delete(document.owner(), document.id())) {
            count(tx, document, removed);
          }
          return true;
        });
  }

  /** What was never whole was no document, unless it may still be there. */
  private void count(Transaction tx, Document document, boolean removed) {
    if (!removed) {
      round.count(tx, Counts::unreachable);
    } else if (document.entry() != null) {
      round.count(tx, Counts::deleted);
    }
  }
}
