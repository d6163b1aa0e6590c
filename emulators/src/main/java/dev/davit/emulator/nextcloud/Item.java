package dev.davit.emulator.nextcloud;

import java.util.Locale;

/**
 * What Nextcloud knows of a file or folder beside the disk.
 *
 * @param id {@code oc:fileid}: for life, over moves, writes and the trash
 * @param change rises with each change; of a folder, with each change below it
 * @param checksum what a client said last, never checked; empty for none (WebDAV/basic.rst)
 */
record Item(long id, long change, String checksum) {
  static final String INSTANCE = "ocemulated01";

  /** {@code oc:id} and {@code OC-FileId}: the id padded to eight digits, then the instance. */
  String globalId() {
    return String.format(Locale.ROOT, "%08d%s", id, INSTANCE);
  }

  Item changed(long now) {
    return new Item(id, now, checksum);
  }

  Item with(String newChecksum) {
    return new Item(id, change, newChecksum);
  }
}
