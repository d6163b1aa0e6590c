package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.QueryString;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a path below {@code /v1.0} names (learn.microsoft.com/graph/onedrive-addressing-driveitems):
 * a drive, an item of it by id, as its root or as a special folder, perhaps a path below that
 * between two colons, the last of which may be left out at the end, and what is to be done.
 *
 * @param drive its id; empty for the caller's own
 * @param id {@code root}, {@code special/NAME}, or the id of an item; empty for the drive itself
 * @param names the path below it, decoded; empty for none
 * @param byPath whether there are colons
 * @param action what comes last, such as {@code /children}, decoded; empty for the resource itself
 */
record Address(String drive, String id, List<String> names, boolean byPath, String action) {
  static final String ROOT = "root";
  static final String SPECIAL = "special/";
  private static final Pattern DRIVE =
      Pattern.compile("/v1\\.0/(?:me/drive|drives/(?<drive>[^/]+))(?<rest>/.*)?");
  private static final Pattern ITEM =
      Pattern.compile(
          "/(?<id>root|special/[^/:]+|items/[^/:]+)(?::(?<path>/[^:]*)(?::(?<after>/.*)?)?"
              + "|(?<tail>/.*))?");

  /** Reads a raw path; empty where it names nothing of a drive. */
  static Optional<Address> of(String path) {
    Matcher drive = DRIVE.matcher(path);
    if (!drive.matches()) {
      return Optional.empty();
    }
    String id = decoded(text(drive.group("drive")));
    String rest = plain(text(drive.group("rest")));
    Matcher item = ITEM.matcher(rest);
    return Optional.of(
        item.matches() ? item(id, item) : new Address(id, "", List.of(), false, decoded(rest)));
  }

  /**
   * Colons and slashes are what they are, encoded or not, as no name has one: the vendor's own
   * clients send {@code items/root%3A%2FFolder%3A} (learn.microsoft.com/graph/sdks/
   * large-file-upload).
   */
  private static String plain(String path) {
    return path.replaceAll("(?i)%3a", ":").replaceAll("(?i)%2f", "/");
  }

  private static Address item(String drive, Matcher item) {
    String path = text(item.group("path"));
    String action = text(item.group(path.isEmpty() ? "tail" : "after"));
    return new Address(
        drive,
        decoded(item.group("id")).replaceFirst("^items/", ""),
        names(path),
        !path.isEmpty(),
        decoded(action));
  }

  /** The names in a raw path. */
  static List<String> names(String path) {
    return Arrays.stream(path.split("/", -1))
        .filter(name -> !name.isEmpty())
        .map(Address::decoded)
        .toList();
  }

  private static String text(@Nullable String group) {
    return group == null ? "" : group;
  }

  /** Decodes a part of a path, where a plus is a plus. */
  private static String decoded(String text) {
    return QueryString.decoded(
        text.replace("+", "%2B"), () -> Refusals.badRequest("The request URI is not valid."));
  }

  /** Whether it is about an item, not about the drive. */
  boolean isItem() {
    return !id.isEmpty();
  }
}
