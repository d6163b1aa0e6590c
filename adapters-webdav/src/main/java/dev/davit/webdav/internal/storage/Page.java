package dev.davit.webdav.internal.storage;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.Listing;
import dev.davit.webdav.internal.http.Faults;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The next entries of a folder after a name, picked from all of them in whatever order they come,
 * in memory for one page only. Ordered by the bytes of their names; the cursor is the last name.
 */
public final class Page {
  private static final char VERSION = '1';
  private static final int MAX_NAME = 1024;

  private final int limit;
  private final byte[] after;
  private final TreeMap<byte[], Found> kept = new TreeMap<>(Arrays::compareUnsigned);
  private boolean more;

  public Page(int limit, @Nullable Cursor cursor) {
    this.limit = limit;
    this.after = cursor == null ? new byte[0] : read(cursor);
  }

  public void offer(Found found) {
    byte[] name = found.path().nameBytes();
    if (name.length > MAX_NAME) {
      throw Faults.protocol(null);
    }
    if (Arrays.compareUnsigned(name, after) <= 0 || Names.isTemporary(found.path().name())) {
      return;
    }
    kept.put(name, found);
    if (kept.size() > limit) {
      kept.pollLastEntry();
      more = true;
    }
  }

  public Listing listing() {
    List<Entry> entries = kept.values().stream().map(Found::entry).toList();
    return new Listing(entries, more ? write(kept.lastKey()) : null);
  }

  private static Cursor write(byte[] name) {
    return new Cursor(VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(name));
  }

  private static byte[] read(Cursor cursor) {
    try {
      byte[] name = Base64.getUrlDecoder().decode(cursor.value().substring(1));
      if (name.length > 0 && write(name).equals(cursor)) {
        return name;
      }
    } catch (IllegalArgumentException e) {
      // Not one of ours: said below.
    }
    throw new CloudException(ErrorKind.INVALID_CURSOR, "The list can't be continued from there.");
  }
}
