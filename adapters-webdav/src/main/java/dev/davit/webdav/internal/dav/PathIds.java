package dev.davit.webdav.internal.dav;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Entry ids of paths. An id says where the entry is, so it does not survive a move, and is the same
 * on every node and after every restart.
 *
 * <p>Version {@code 1} is the path itself: its segments' bytes, joined by slashes, with a slash at
 * the end of a folder's; 767 bytes fit. Where that is too long, version {@code 2} has as many of
 * the upper segments as fit, and for each further one the first 16 bytes of its SHA-256: whoever
 * resolves it looks for the names in the folders on the way.
 */
public final class PathIds {
  private static final char PLAIN = '1';
  private static final char HASHED = '2';
  private static final int MAX_PAYLOAD = 767;

  private PathIds() {}

  /**
   * The id of a path.
   *
   * @throws CloudException {@link ErrorKind#PROTOCOL} for a path of more than 40 segments that is
   *     also longer than a version 1 id can say
   */
  public static EntryId mint(DavPath path) {
    if (path.isRoot()) {
      return EntryId.ROOT;
    }
    byte[] plain = Compact.write(path);
    return plain.length <= MAX_PAYLOAD ? id(PLAIN, plain) : id(HASHED, hashed(path));
  }

  private static byte[] hashed(DavPath path) {
    int depth = path.segments().size();
    for (int tail = 1; tail <= Math.min(depth, PathHint.MAX_HASHES); tail++) {
      byte[] hint = PathHint.of(path, tail).write();
      if (hint.length <= MAX_PAYLOAD) {
        return hint;
      }
    }
    throw new CloudException(
        ErrorKind.PROTOCOL, "The path of a file there is too long to be addressed.");
  }

  private static EntryId id(char version, byte[] payload) {
    return new EntryId(version + Base64.getUrlEncoder().withoutPadding().encodeToString(payload));
  }

  /**
   * What an id says: the whole path, or where to look.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if it is none of ours: forged, of another
   *     version, in another spelling, or leading out of the storage
   */
  public static PathHint read(EntryId id) {
    if (id.equals(EntryId.ROOT)) {
      return PathHint.exactly(DavPath.ROOT);
    }
    return parse(id.value()).orElseThrow(PathIds::unknown);
  }

  private static Optional<PathHint> parse(String text) {
    return payload(text)
        .flatMap(
            payload ->
                text.charAt(0) == HASHED
                    ? PathHint.read(payload)
                    : Compact.read(payload).filter(path -> !path.isRoot()).map(PathHint::exactly));
  }

  private static Optional<byte[]> payload(String text) {
    if (text.charAt(0) != PLAIN && text.charAt(0) != HASHED) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.substring(1));
      return id(text.charAt(0), bytes).value().equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public static CloudException unknown() {
    return new CloudException(ErrorKind.NOT_FOUND, "There is no such file or folder.");
  }

  /**
   * A path in as few bytes as can be: only a slash and a percent sign within a name are encoded.
   */
  static final class Compact {
    private Compact() {}

    static byte[] write(DavPath path) {
      List<String> names = new ArrayList<>();
      for (String segment : path.segments()) {
        names.add(latin(Percent.decode(segment)).replace("%", "%25").replace("/", "%2F"));
      }
      String joined = String.join("/", names);
      return (path.folder() && !path.isRoot() ? joined + "/" : joined)
          .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Empty unless it is what {@link #write} makes of some path. */
    static Optional<DavPath> read(byte[] bytes) {
      String text = latin(bytes);
      boolean folder = text.isEmpty() || text.endsWith("/");
      String inner = folder && !text.isEmpty() ? text.substring(0, text.length() - 1) : text;
      DavPath path = new DavPath(List.of(), folder);
      for (String name : text.isEmpty() ? new String[0] : inner.split("/", -1)) {
        Optional<DavPath> longer = path.childOf(decode(name), folder);
        if (longer.isEmpty()) {
          return Optional.empty();
        }
        path = longer.get();
      }
      return Optional.of(path).filter(read -> Arrays.equals(write(read), bytes));
    }

    private static byte[] decode(String name) {
      return name.replace("%2F", "/").replace("%25", "%").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
