package dev.davit.objectstore;

import dev.davit.ports.Secret;
import dev.davit.ports.storage.Entry.Kind;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.UploadSessions.State;

/**
 * What an upload in parts is known by while its caller keeps it.
 *
 * @param path of the file to be
 * @param upload the store's id of it
 * @param size of the whole file
 * @param part how large each part but the last is
 * @param tag of the attempt
 * @param onlyNew whether the file must not replace one
 */
record S3Token(EntryPath path, String upload, long size, long part, String tag, boolean onlyNew) {
  private static final String VERSION = "1";
  private static final int FIELDS = 7;

  /** The token in a state; what no session of this adapter's can have is unknown. */
  static S3Token of(State state) {
    String[] fields = state.token().reveal().split("\n", -1);
    if (fields.length != FIELDS || !fields[0].equals(VERSION)) {
      throw DiskErrors.noSuchEntry();
    }
    try {
      EntryPath path = S3Names.path(new EntryId(fields[1]));
      long part = Long.parseLong(fields[4]);
      if (path.kind() != Kind.FILE || part <= 0) {
        throw DiskErrors.noSuchEntry();
      }
      return new S3Token(
          path, fields[2], Long.parseLong(fields[3]), part, fields[5], fields[6].equals("new"));
    } catch (NumberFormatException e) {
      throw DiskErrors.noSuchEntry();
    }
  }

  State at(long position) {
    String text =
        String.join(
            "\n",
            VERSION,
            path.id().value(),
            upload,
            Long.toString(size),
            Long.toString(part),
            tag,
            onlyNew ? "new" : "any");
    return new State(new Secret(text), position, part);
  }

  S3Target target() {
    return new S3Target(S3Names.key(path), tag, null, null, onlyNew);
  }

  /** How long the part of that number is; nothing after the last. */
  long lengthOf(int number) {
    return Math.min(part, size - (number - 1) * part);
  }
}
