package dev.davit.webdav.internal.dav;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What an id knows of a path: its beginning, and by which hashes the further names are recognised.
 *
 * @param start the upper segments; a folder if hashes follow
 * @param hashes of the names below it, downwards, in hex; none if the start is the whole
 * @param folder whether the entry is a folder
 */
public record PathHint(DavPath start, List<String> hashes, boolean folder) {
  static final int MAX_HASHES = 40;
  private static final int LENGTH = 16;

  public PathHint {
    hashes = List.copyOf(hashes);
  }

  static PathHint exactly(DavPath path) {
    return new PathHint(path, List.of(), path.folder());
  }

  /** All but the last segments of a path, and the hashes of those. */
  static PathHint of(DavPath path, int tail) {
    List<String> segments = path.segments();
    int kept = segments.size() - tail;
    List<String> hashes =
        segments.subList(kept, segments.size()).stream().map(PathHint::hash).toList();
    return new PathHint(new DavPath(segments.subList(0, kept), true), hashes, path.folder());
  }

  /** Whether the start is the whole path. */
  public boolean isWhole() {
    return hashes.isEmpty();
  }

  /** Whether a child of the start is the one to go on from. */
  public boolean leadsTo(DavPath child) {
    return hash(child.last()).equals(hashes.get(0));
  }

  /** What is left to look for, once the child was found. */
  public PathHint from(DavPath child) {
    boolean last = hashes.size() == 1;
    return new PathHint(child.as(!last || folder), hashes.subList(1, hashes.size()), folder);
  }

  byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(hashes.size() * 2 + (folder ? 1 : 0));
    hashes.forEach(hash -> bytes.writeBytes(HexFormat.of().parseHex(hash)));
    bytes.writeBytes(PathIds.Compact.write(start));
    return bytes.toByteArray();
  }

  /** Empty unless it is what {@link #write} makes. */
  static Optional<PathHint> read(byte[] bytes) {
    int count = bytes.length == 0 ? 0 : (bytes[0] & 0xff) / 2;
    int rest = 1 + count * LENGTH;
    if (count == 0 || count > MAX_HASHES || rest > bytes.length) {
      return Optional.empty();
    }
    List<String> hashes = new ArrayList<>();
    for (int at = 1; at < rest; at += LENGTH) {
      hashes.add(HexFormat.of().formatHex(bytes, at, at + LENGTH));
    }
    return PathIds.Compact.read(Arrays.copyOfRange(bytes, rest, bytes.length))
        .filter(DavPath::folder)
        .map(start -> new PathHint(start, hashes, (bytes[0] & 1) == 1));
  }

  private static String hash(String segment) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(segment.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest, 0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
