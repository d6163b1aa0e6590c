package dev.davit.internal.purge;

import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.store.Purge;
import dev.davit.ports.store.Purge.State;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purge's row as it goes on: each answers the row to put in the place of the one before. */
public final class Counts {
  private static final String GIVEN_UP = "given up: ";

  private Counts() {}

  static Purge deleted(Purge purge) {
    return counted(purge, 1, 0, 0);
  }

  static Purge unreachable(Purge purge) {
    return counted(purge, 0, 1, 0);
  }

  static Purge grantLeft(Purge purge) {
    return counted(purge, 0, 0, 1);
  }

  /** Tried in vain; what was given up stays said. */
  static Purge failing(Purge purge, String failure) {
    return isGivenUp(purge) ? purge : failed(purge, failure);
  }

  private static Purge failed(Purge purge, @Nullable String failure) {
    return changed(purge, purge.lasting(), purge.state(), purge.finishedAt(), failure);
  }

  /** A grant that is left because its provider could not be reached in time. */
  static Purge givenUp(Purge purge, ProviderId provider) {
    Purge counted = grantLeft(purge);
    String failure = purge.failure();
    if (failure == null || !isGivenUp(purge)) {
      return failed(counted, GIVEN_UP + provider);
    }
    boolean named =
        List.of(failure.substring(GIVEN_UP.length()).split(", ")).contains("" + provider);
    return named ? counted : failed(counted, failure + ", " + provider);
  }

  /** As {@link #givenUp}, in the row of the owner's purge, if there is one that goes on. */
  public static void giveUp(Transaction tx, Owner owner, ProviderId provider) {
    tx.purges().find(owner).ifPresent(purge -> tx.purges().update(givenUp(purge, provider)));
  }

  /** As {@link #grantLeft}, in the row of the owner's purge, if there is one that goes on. */
  public static void leave(Transaction tx, Owner owner) {
    tx.purges().find(owner).ifPresent(purge -> tx.purges().update(grantLeft(purge)));
  }

  /** Whether anything is left that could not be reached. */
  private static boolean isIncomplete(Purge purge) {
    return purge.documentsUnreachable() > 0 || isGivenUp(purge);
  }

  private static boolean isGivenUp(Purge purge) {
    String failure = purge.failure();
    return failure != null && failure.startsWith(GIVEN_UP);
  }

  static Purge lasting(Purge purge) {
    return changed(purge, true, purge.state(), purge.finishedAt(), purge.failure());
  }

  /** Over: incomplete if anything could not be reached. */
  static Purge over(Purge purge, Instant now) {
    boolean incomplete = isIncomplete(purge);
    State end = incomplete ? State.INCOMPLETE : State.DONE;
    return changed(purge, purge.lasting(), end, now, incomplete ? purge.failure() : null);
  }

  private static Purge counted(Purge of, int deleted, int unreachable, int grants) {
    return new Purge(
        of.id(),
        of.owner(),
        of.state(),
        of.lasting(),
        of.requestedAt(),
        of.deadline(),
        of.finishedAt(),
        of.providers(),
        of.connections(),
        of.documentsDeleted() + deleted,
        of.documentsUnreachable() + unreachable,
        of.grantsLeft() + grants,
        of.failure());
  }

  private static Purge changed(
      Purge of,
      boolean lasting,
      State state,
      @Nullable Instant finishedAt,
      @Nullable String failure) {
    return new Purge(
        of.id(),
        of.owner(),
        state,
        lasting,
        of.requestedAt(),
        of.deadline(),
        finishedAt,
        of.providers(),
        of.connections(),
        of.documentsDeleted(),
        of.documentsUnreachable(),
        of.grantsLeft(),
        failure);
  }
}
