package dev.davit.webdav.internal.dav;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entry ids of paths. An id says where the entry is, so it does not survive a move, and is the same
 * on every node and after every restart. Where the server numbers its files, the id has that number
 * too, so that it never leads to something else that came under the same name.
 *
 * <p>Version {@code 1} is the path itself: its segments' bytes, joined by slashes, with a slash at
 * the end of a folder's; 767 bytes fit. Where that is too long, version {@code 2} has as many of
 * the upper segments as fit, and for each further one the first 16 bytes of its SHA-256: whoever
 * resolves it looks for the names in the folders on the way. Versions {@code 3} and {@code 4} are
 * the same after the eight bytes of the number.
 */
public final class PathIds {
  private static final char PLAIN = '1';
  private static final char HASHED = '2';

  /** How much further a version with a number is than the one without. */
  private static final int NUMBERED = 2;

  private static final int MAX_PAYLOAD = 767;

  private PathIds() {}

  /** The id of a path on a server that does not number its files; fails as the other does. */
  public static EntryId mint(DavPath path) {
    return mint(path, null);
  }

  /**
   * The id of a path.
   *
   * @param fileId the server's number of what is there, 0 or more; null where it has none
   * @throws CloudException {@link ErrorKind#PROTOCOL} for a path of more than 40 segments that is
   *     also longer than an id with the whole path can say
   */
  public static EntryId mint(DavPath path, @Nullable Long fileId) {
    if (path.isRoot()) {
      return EntryId.ROOT;
    }
    byte[] plain = Compact.write(path);
    int room = fileId == null ? MAX_PAYLOAD : MAX_PAYLOAD - Long.BYTES;
    return plain.length <= room ? id(PLAIN, fileId, plain) : id(HASHED, fileId, hashed(path, room));
  }

  private static byte[] hashed(DavPath path, int room) {
    int depth = path.segments().size();
    for (int tail = 1; tail <= Math.min(depth, PathHint.MAX_HASHES); tail++) {
      byte[] hint = PathHint.of(path, tail).write();
      if (hint.length <= room) {
        return hint;
      }
    }
    throw new CloudException(
        ErrorKind.PROTOCOL, "The path of a file there is too long to be addressed.");
  }

  private static EntryId id(char version, @Nullable Long fileId, byte[] path) {
    if (fileId == null) {
      return id(version, path);
    }
    ByteBuffer payload = ByteBuffer.allocate(Long.BYTES + path.length);
    return id((char) (version + NUMBERED), payload.putLong(fileId).put(path).array());
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

  /** The number in an id; null if it has none, or is none of ours. */
  public static @Nullable Long fileId(EntryId id) {
    return isNumbered(id.value())
        ? payload(id.value())
            .filter(bytes -> bytes.length >= Long.BYTES)
            .map(bytes -> ByteBuffer.wrap(bytes).getLong())
            .orElse(null)
        : null;
  }

  private static boolean isNumbered(String text) {
    return text.charAt(0) == PLAIN + NUMBERED || text.charAt(0) == HASHED + NUMBERED;
  }

  private static Optional<PathHint> parse(String text) {
    boolean numbered = isNumbered(text);
    char version = (char) (text.charAt(0) - (numbered ? NUMBERED : 0));
    return payload(text)
        .flatMap(payload -> numbered ? withoutNumber(payload) : Optional.of(payload))
        .flatMap(path -> version == HASHED ? PathHint.read(path) : whole(path));
  }

  private static Optional<byte[]> withoutNumber(byte[] payload) {
    return payload.length >= Long.BYTES && payload[0] >= 0
        ? Optional.of(Arrays.copyOfRange(payload, Long.BYTES, payload.length))
        : Optional.empty();
  }

  private static Optional<PathHint> whole(byte[] path) {
    return Compact.read(path).filter(read -> !read.isRoot()).map(PathHint::exactly);
  }

  private static Optional<byte[]> payload(String text) {
    if (text.charAt(0) != PLAIN && text.charAt(0) != HASHED && !isNumbered(text)) {
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
