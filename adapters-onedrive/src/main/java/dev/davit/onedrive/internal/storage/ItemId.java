package dev.davit.onedrive.internal.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.GraphPath;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry's id says: {@code 1} for this version of it, the drive that the item is in and the
 * item, with a colon between them. Of a shortcut to what others share ({@code remoteItem}) it says
 * that for both, first for the shortcut, which is renamed, moved and deleted, then for what it
 * leads to, which is listed, read and written into: so neither has to be looked up to find the
 * other. In base64url, of which each id has one spelling. It stays the same as long as the item
 * stays in its drive, and what a shortcut leads to stays where that was.
 *
 * @param drive Graph's id of the drive
 * @param item Graph's id of the item
 * @param target what it leads to, if it is a shortcut; never a shortcut itself
 */
record ItemId(String drive, String item, @Nullable ItemId target) {
  private static final String PART = "([A-Za-z0-9][A-Za-z0-9!._~-]{0,149})";
  private static final String PAIR = PART + ":" + PART;
  private static final Pattern GRAMMAR = Pattern.compile("1" + PAIR + "(?::" + PAIR + ")?");
  private static final Pattern PERSONAL = Pattern.compile("[0-9A-Fa-f]{1,16}");

  /** Graph names the drive of a consumer in either case and may forget zeros it begins with. */
  ItemId {
    drive = PERSONAL.matcher(drive).matches() ? padded(drive.toLowerCase(Locale.ROOT)) : drive;
  }

  ItemId(String drive, String item) {
    this(drive, item, null);
  }

  /**
   * Reads an id that is not the root.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if it is none of ours
   */
  static ItemId of(EntryId id) {
    Matcher matcher = GRAMMAR.matcher(decoded(id));
    if (!matcher.matches()) {
      throw Faults.notFound();
    }
    String drive = matcher.group(3);
    ItemId target = drive == null ? null : new ItemId(drive, matcher.group(4));
    ItemId read = new ItemId(matcher.group(1), matcher.group(2), target);
    if (!read.entryId().equals(id)) {
      throw Faults.notFound();
    }
    return read;
  }

  EntryId entryId() {
    String text = "1" + pair() + (target == null ? "" : ":" + target.pair());
    return new EntryId(
        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)));
  }

  /** Whether Graph's ids are such as can be asked for. */
  boolean isSane() {
    return pair().matches(PAIR) && (target == null || target.isSane());
  }

  /** What has the children or the bytes: what a shortcut leads to, else the item itself. */
  ItemId content() {
    return target == null ? this : target;
  }

  /** Whether both are one item, whatever either leads to. */
  boolean isAt(ItemId other) {
    return pair().equals(other.pair());
  }

  /** Where the item itself is, below the version of the API. */
  Spot spot() {
    return new Spot(GraphPath.item(drive, item));
  }

  private String pair() {
    return drive + ":" + item;
  }

  private static String padded(String personal) {
    return "0".repeat(16 - personal.length()) + personal;
  }

  private static byte[] bytes(EntryId id) {
    try {
      return Base64.getUrlDecoder().decode(id.value());
    } catch (IllegalArgumentException e) {
      throw Faults.notFound();
    }
  }

  private static String decoded(EntryId id) {
    return new String(bytes(id), UTF_8);
  }
}
