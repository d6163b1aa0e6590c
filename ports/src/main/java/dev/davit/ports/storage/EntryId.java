package dev.davit.ports.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.regex.Pattern;

/**
 * The id of an entry in one storage, minted by its adapter, which alone understands it and checks
 * it whenever it comes back. Safe in one segment of a path. Each adapter says which ids survive a
 * move.
 *
 * @param value 1 to 1,024 characters of base64url; anything else can't be an id of ours and is
 *     answered as an unknown one would be: {@link ErrorKind#NOT_FOUND}
 */
public record EntryId(String value) {
  private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9_-]{1,1024}");

  /** The top of every storage. No adapter mints this word for anything else. */
  public static final EntryId ROOT = new EntryId("root");

  public EntryId {
    if (!GRAMMAR.matcher(value).matches()) {
      throw new CloudException(ErrorKind.NOT_FOUND, "There is no such file or folder.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
