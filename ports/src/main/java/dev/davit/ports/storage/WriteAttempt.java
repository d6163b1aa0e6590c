package dev.davit.ports.storage;

import java.util.regex.Pattern;

/**
 * The identity of one write, announced by the caller before the first byte leaves, so that what an
 * interruption leaves behind can be found.
 *
 * @param folder into which folder
 * @param name under which name: 1 to 255 UTF-8 bytes are taken everywhere, more only where the
 *     provider takes them
 * @param tag unguessable and used for one attempt only; 8 to 64 characters, letters, digits, {@code
 *     -} and {@code _}; adapters build temporary names, keys or ids from it
 */
public record WriteAttempt(EntryId folder, String name, String tag) {
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  public WriteAttempt {
    if (!TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException("not a tag for a write");
    }
  }
}
