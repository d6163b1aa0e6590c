package dev.davit.ports.store;

import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The taking down of all that an owner has here. Its job has the same id, until it is over.
 *
 * @param id unguessable: whoever knows it may see how far it is
 * @param owner whose everything
 * @param state whether it is over
 * @param lasting whether the owner's id is never to be used again, as that of an account
 * @param requestedAt when it began
 * @param deadline from when on what can't be reached is given up
 * @param finishedAt when it was over; null until then
 * @param providers where the owner had connections, in order, with commas between; may be empty
 * @param connections how many there were
 * @param documentsDeleted how many documents are removed, so far
 * @param documentsUnreachable how many could not be removed where they are, so far
 * @param grantsLeft how many connections could not be ended at their providers, so far
 * @param failure what kept the last try from going on, in a few words; null if nothing did
 */
public record Purge(
    JobId id,
    Owner owner,
    State state,
    boolean lasting,
    Instant requestedAt,
    Instant deadline,
    @Nullable Instant finishedAt,
    String providers,
    long connections,
    long documentsDeleted,
    long documentsUnreachable,
    long grantsLeft,
    @Nullable String failure) {
  /** Whether a purge is over. */
  public enum State {
    RUNNING,
    /** Nothing is left here, nor anywhere that could be reached. */
    DONE,
    /** Nothing is left here; something may be left where nobody could be reached in time. */
    INCOMPLETE
  }
}
