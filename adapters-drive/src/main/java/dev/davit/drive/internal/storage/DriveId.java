package dev.davit.drive.internal.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.drive.internal.http.Faults;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry's id says: {@code 1} for this version of it, then {@code f} and Google's file id,
 * then a colon and the shared drive's id where the file is in one; or {@code 1s} for the folder of
 * all shared drives. In base64url, of which each id has one spelling.
 *
 * @param file Google's id of the file; of a shared drive itself, the drive's
 * @param drive which shared drive it is in; null for none
 */
record DriveId(String file, @Nullable String drive) {
  /** The folder that has the shared drives in it, which Google does not know. */
  static final EntryId SHARED_DRIVES = encoded("1s");

  private static final Pattern GRAMMAR =
      Pattern.compile("1f([A-Za-z0-9_-]{5,200})(?::([A-Za-z0-9_-]{5,200}))?");

  /**
   * Reads an id that is neither the root nor {@link #SHARED_DRIVES}.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if it is none of ours
   */
  static DriveId of(EntryId id) {
    Matcher matcher = GRAMMAR.matcher(decoded(id));
    if (!matcher.matches()) {
      throw Faults.notFound();
    }
    DriveId read = new DriveId(matcher.group(1), matcher.group(2));
    if (!read.entryId().equals(id)) {
      throw Faults.notFound();
    }
    return read;
  }

  EntryId entryId() {
    return encoded("1f" + file + (drive == null ? "" : ":" + drive));
  }

  /** Whether it is a shared drive itself. */
  boolean isDrive() {
    return file.equals(drive);
  }

  private static EntryId encoded(String text) {
    return new EntryId(
        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)));
  }

  private static String decoded(EntryId id) {
    try {
      return new String(Base64.getUrlDecoder().decode(id.value()), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
