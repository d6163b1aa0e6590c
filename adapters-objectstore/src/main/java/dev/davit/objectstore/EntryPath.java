package dev.davit.objectstore;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.EntryId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where an entry is, from the top of the storage, and of what kind it is. Its id is a byte for the
 * kind, then the names joined by slashes in UTF-8, in base64url: it says all that is needed to find
 * the entry, it is another one after a move, and a file's is never a folder's.
 *
 * @param names from the top down, each of them {@link DiskNames#isUsable}; none for the top itself
 * @param kind what it leads to; where something of the other kind is, it leads to nothing
 */
record EntryPath(List<String> names, Kind kind) {
  static final EntryPath ROOT = new EntryPath(List.of(), Kind.FOLDER);

  private static final byte FILE = 1;
  private static final byte FOLDER = 2;
  private static final int MAX_ID = 1024;

  EntryPath {
    names = List.copyOf(names);
  }

  /** The path in an id; refuses what this adapter can't have minted. */
  static EntryPath of(EntryId id) {
    return id.equals(EntryId.ROOT)
        ? ROOT
        : decode(id.value())
            .orElseThrow(() -> new CloudException(ErrorKind.NOT_FOUND, DiskErrors.NO_SUCH_ENTRY));
  }

  /** The path in a text that {@link #encoded} made; empty for any other text. */
  static Optional<EntryPath> decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length < 2 || (bytes[0] != FILE && bytes[0] != FOLDER)) {
        return Optional.empty();
      }
      ByteBuffer path = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
      String joined = StandardCharsets.UTF_8.newDecoder().decode(path).toString();
      Kind kind = bytes[0] == FOLDER ? Kind.FOLDER : Kind.FILE;
      EntryPath decoded = new EntryPath(List.of(joined.split("/", -1)), kind);
      boolean ours = decoded.names.stream().allMatch(DiskNames::isUsable);
      return ours && decoded.encoded().equals(text) ? Optional.of(decoded) : Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  boolean isFolder() {
    return kind == Kind.FOLDER;
  }

  boolean isRoot() {
    return names.isEmpty();
  }

  /** The last name; empty for the top. */
  String name() {
    return isRoot() ? "" : names.get(names.size() - 1);
  }

  EntryPath parent() {
    return new EntryPath(names.subList(0, names.size() - 1), Kind.FOLDER);
  }

  EntryPath child(String name, Kind kind) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new EntryPath(longer, kind);
  }

  /** Whether this is the other path or lies below it. */
  boolean isWithin(EntryPath other) {
    return names.size() >= other.names.size()
        && names.subList(0, other.names.size()).equals(other.names);
  }

  /** Whether an id has room for this path, of either kind. */
  boolean isAddressable() {
    return encoded().length() <= MAX_ID;
  }

  EntryId id() {
    return isRoot() ? EntryId.ROOT : new EntryId(encoded());
  }

  private String encoded() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(isFolder() ? FOLDER : FILE);
    bytes.writeBytes(String.join("/", names).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }
}
