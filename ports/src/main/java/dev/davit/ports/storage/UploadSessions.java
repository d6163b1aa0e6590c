package dev.davit.ports.storage;

import dev.davit.ports.Secret;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Uploads in parts that survive a restart of this side. */
public interface UploadSessions {
  /**
   * Opens a session for a file of a known size. Nothing can be seen under its name until all parts
   * have arrived; then at some providers at once, at others after {@link #finish}.
   *
   * @param contentType its media type, where known
   */
  State begin(
      WriteAttempt attempt, long size, @Nullable String contentType, ConflictPolicy conflict);

  /**
   * Sends the next part.
   *
   * @param part exactly {@code length} bytes from the position of {@code state} on; not closed here
   * @param length a multiple of {@link State#granularity}, but for the last part
   * @return the state to go on from, which knows how much the provider really took
   * @throws IllegalArgumentException if this is no such part; nothing is sent
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#NOT_FOUND} if the
   *     session is gone: begin anew
   */
  State append(State state, InputStream part, long length);

  /** Asks the provider how far it is; what it says counts. Fails as {@link #append} does. */
  State where(State state);

  /**
   * Makes the file seen, once all parts have arrived. A session that was finished already answers
   * the entry again.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#INVALID_REQUEST} if not
   *     all has arrived yet: the session stays as it is; {@link
   *     dev.davit.ports.ErrorKind#NOT_FOUND} if it is gone; otherwise as {@link Storage#write}
   */
  Entry finish(State state);

  /**
   * Gives the session up and removes what arrived; gone already is done. A file that can be seen
   * already stays.
   */
  void cancel(State state);

  /**
   * An open session, to be kept by the caller, sealed: its token opens the upload to whoever has
   * it.
   *
   * @param token everything the adapter needs to go on
   * @param position how many bytes the provider has
   * @param granularity of what size all parts but the last must be a multiple, in bytes
   */
  record State(Secret token, long position, long granularity) {}
}
