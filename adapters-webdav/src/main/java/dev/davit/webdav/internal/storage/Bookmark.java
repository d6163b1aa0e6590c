package dev.davit.webdav.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing goes on: after a name, in the order of the names' bytes, and without some names
 * beyond it that were shown already. That alone says it exactly, to any node and whatever becomes
 * of the folder; a snapshot only saves time.
 *
 * <p>As a cursor it is version {@code 1} if there is nothing but the name, else version {@code 2}.
 */
final class Bookmark {
  static final Bookmark START = new Bookmark(new byte[0], NameList.set(List.of()), null);

  private static final char NAME = '1';
  private static final char FULL = '2';

  private final byte[] after;
  private final NavigableSet<byte[]> shown;
  private final @Nullable String snapshot;

  private Bookmark(byte[] after, NavigableSet<byte[]> shown, @Nullable String snapshot) {
    this.after = after;
    this.shown = shown;
    this.snapshot = snapshot;
  }

  /** After a name and all before it. */
  Bookmark after(byte[] name) {
    return new Bookmark(name, shown.tailSet(name, false), snapshot);
  }

  /** From the start, without these names. */
  static Bookmark without(Collection<byte[]> names) {
    return new Bookmark(START.after, NameList.set(names), null);
  }

  Bookmark with(@Nullable String id) {
    return new Bookmark(after, shown, id);
  }

  boolean isStart() {
    return after.length == 0 && shown.isEmpty();
  }

  byte[] after() {
    return after;
  }

  /** The snapshot in which it may be quick to find. */
  Optional<String> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  /** Whether a name is still to be shown. */
  boolean isAhead(byte[] name) {
    return Arrays.compareUnsigned(name, after) > 0 && !shown.contains(name);
  }

  /** Not of the start: that has no cursor. */
  Cursor cursor() {
    return snapshot == null && shown.isEmpty()
        ? new Cursor(NAME + text(after))
        : new Cursor(FULL + text(full()));
  }

  private byte[] full() {
    byte[] id = (snapshot == null ? "" : snapshot).getBytes(StandardCharsets.US_ASCII);
    byte[] names = NameList.write(shown);
    return ByteBuffer.allocate(1 + id.length + Short.BYTES + after.length + names.length)
        .put((byte) id.length)
        .put(id)
        .putShort((short) after.length)
        .put(after)
        .put(names)
        .array();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * What a cursor says; the start if there is none.
   *
   * @throws CloudException {@link ErrorKind#INVALID_CURSOR} if it is none of ours
   */
  static Bookmark of(@Nullable Cursor cursor) {
    return cursor == null ? START : read(cursor.value()).orElseThrow(Bookmark::invalid);
  }

  private static CloudException invalid() {
    return new CloudException(ErrorKind.INVALID_CURSOR, "The list can't be continued from there.");
  }

  private static Optional<Bookmark> read(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.substring(1));
      return switch (text.charAt(0)) {
        case NAME -> Optional.of(START.after(bytes)).filter(read -> read.isName(text));
        case FULL -> Optional.of(full(ByteBuffer.wrap(bytes))).filter(Bookmark::isSound);
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private boolean isName(String text) {
    return isSound() && cursor().value().equals(text);
  }

  private boolean isSound() {
    return !isStart()
        && after.length <= FoundRows.MAX_NAME
        && (shown.isEmpty() || Arrays.compareUnsigned(shown.first(), after) > 0);
  }

  private static Bookmark full(ByteBuffer bytes) {
    String id = new String(take(bytes, bytes.get()), StandardCharsets.US_ASCII);
    byte[] after = take(bytes, bytes.getShort());
    NavigableSet<byte[]> shown = NameList.read(take(bytes, bytes.remaining()));
    return new Bookmark(after, shown, id.isEmpty() ? null : id);
  }

  private static byte[] take(ByteBuffer bytes, int count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new IllegalArgumentException("a part that is longer than the whole");
    }
    byte[] part = new byte[count];
    bytes.get(part);
    return part;
  }
}
