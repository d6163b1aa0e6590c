package dev.davit.ports.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An opened connection: what an owner has stored at one provider. Every call blocks until the
 * provider has answered or a deadline has passed. Safe for use by many threads.
 *
 * <p>Each method may fail with these kinds, apart from those it names: {@link
 * ErrorKind#REAUTH_REQUIRED} and {@link ErrorKind#TOKEN_REJECTED} (the credential), {@link
 * ErrorKind#PROVIDER_DENIED} (the user may not do this there), {@link ErrorKind#RATE_LIMITED},
 * {@link ErrorKind#UNAVAILABLE} (5xx, time-outs, dropped connections), {@link ErrorKind#PROTOCOL}
 * (an answer that makes no sense), {@link ErrorKind#ADDRESS_REFUSED} (the server's address is no
 * longer one that may be reached), {@link ErrorKind#LOCKED}. No message holds a secret or the
 * provider's text.
 *
 * <p>An entry id that is forged, of another version, or leads out of the storage is {@link
 * ErrorKind#NOT_FOUND}.
 */
public interface Storage {
  /**
   * Which server the calls go to: equal for storages of one provider whose calls go to the same
   * one, and different where one server may fail and the other not. Always the same for a storage.
   * Short; may be logged; no secret, and nothing of an account. Sends nothing.
   *
   * @return such as {@code https://cloud.example.com:443}, or a constant where there is only one
   * @throws CloudException as {@link dev.davit.ports.CredentialSource#current}, where the address
   *     is part of the credential; {@link ErrorKind#ADDRESS_REFUSED}
   */
  String origin();

  /**
   * One page of a folder. Following the cursors answers every entry that was there throughout,
   * once; entries that come or go meanwhile may be in it or not.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if there is no such folder, {@link
   *     ErrorKind#INVALID_REQUEST} if it is a file, {@link ErrorKind#INVALID_CURSOR} if the cursor
   *     is none of this adapter's or leads elsewhere
   */
  Listing list(ListRequest request);

  /**
   * What is known of an entry.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND}
   */
  Entry stat(EntryId id);

  /**
   * Makes a folder.
   *
   * @throws CloudException {@link ErrorKind#CONFLICT} if the name is taken, by a folder too; {@link
   *     ErrorKind#NOT_FOUND} if the parent is not there; {@link ErrorKind#INVALID_REQUEST} if the
   *     provider can't have that name; {@link ErrorKind#QUOTA_EXCEEDED}
   */
  Entry createFolder(EntryId parent, String name);

  /**
   * Opens a file for reading.
   *
   * @param range which bytes; null for all
   * @throws CloudException {@link ErrorKind#NOT_FOUND}; {@link ErrorKind#INVALID_REQUEST} if it is
   *     a folder, or if no byte of it lies in the range, which for an empty file is every range
   */
  Download read(EntryId id, @Nullable ByteRange range);

  /**
   * Writes a file. Until the whole content has arrived nothing of it can be seen under its name,
   * and whatever was there stays: a write that fails leaves the old content, and once it has failed
   * nothing else, as far as the provider can be reached. A content that is not repeatable is opened
   * at most once.
   *
   * @return the entry as the provider now has it
   * @throws CloudException {@link ErrorKind#CONFLICT} if the name is taken and the policy says so,
   *     before the content is opened where the provider can tell; {@link
   *     ErrorKind#PRECONDITION_FAILED}; {@link ErrorKind#NOT_FOUND} if the folder is not there;
   *     {@link ErrorKind#INVALID_REQUEST} if the provider can't have that name, or if the content
   *     has not as many bytes as it said; {@link ErrorKind#UNAVAILABLE} also if the content can't
   *     be read to its end; {@link ErrorKind#QUOTA_EXCEEDED}; {@link ErrorKind#TOO_LARGE}; {@link
   *     ErrorKind#UNSUPPORTED} if the provider has no way to keep what is promised above. An
   *     unchecked exception of the content is passed on as it is
   */
  Entry write(WriteRequest request);

  /**
   * Clears up after a write that was interrupted and whose outcome nobody knows. Unfinished remains
   * of this attempt are removed; nothing else is. May be called any number of times.
   *
   * @return if nothing unfinished was found, the file that has the attempt's name now, should there
   *     be one: it may be what the attempt made or what somebody else put there, and the caller
   *     compares before it touches it. Nothing if the folder is gone
   */
  Optional<Entry> recover(WriteAttempt attempt);

  /**
   * Moves or renames, in one step.
   *
   * @param folder where to; the present folder to rename only
   * @param name under which name
   * @param conflict what to do where that name is taken
   * @return the entry as it is now, perhaps with another id
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if the entry or the folder is not there;
   *     {@link ErrorKind#CONFLICT}; {@link ErrorKind#INVALID_REQUEST} if a folder would be moved
   *     into itself, the root would be moved, or the provider can't have that name; {@link
   *     ErrorKind#UNSUPPORTED} if the provider can't move
   */
  Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict);

  /**
   * Removes a file, or a folder with all that is in it; into the provider's bin where it has one.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if it is gone already; {@link
   *     ErrorKind#INVALID_REQUEST} for the root; {@link ErrorKind#CONFLICT} if only a part of a
   *     folder could be removed
   */
  void delete(EntryId id);

  /**
   * Removes a file, or a folder with all that is in it, for good: past the provider's bin where the
   * provider lets an application do so, and into it otherwise.
   *
   * @throws CloudException as {@link #delete}
   */
  default void erase(EntryId id) {
    delete(id);
  }

  /** Finding entries by words, where the provider can. */
  Optional<Search> search();

  /** How much room there is, where the provider says so. */
  Optional<Quotas> quotas();

  /** What changed since a point in time, where the provider keeps track. */
  Optional<Changes> changes();

  /** Copying without the bytes passing through here, where the provider can. */
  Optional<Copying> copying();

  /** Uploads in parts that survive a restart, where the provider has them. */
  Optional<UploadSessions> uploadSessions();
}
