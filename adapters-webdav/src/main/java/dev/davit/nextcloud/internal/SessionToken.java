package dev.davit.nextcloud.internal;

import dev.davit.ports.Secret;
import dev.davit.ports.storage.EntryId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to go on with an upload.
 *
 * @param tag of the attempt
 * @param folder where the file is wanted
 * @param name its settled name
 * @param size in bytes
 * @param replaces whether it may take the place of a file
 * @param before the etag of what was there under its name; null for nothing
 */
record SessionToken(
    String tag, EntryId folder, String name, long size, boolean replaces, @Nullable String before) {
  private static final String VERSION = "1";
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{8,64}");
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");
  private static final int PARTS = 7;

  Secret write() {
    return new Secret(
        String.join(
            "\n",
            VERSION,
            tag,
            folder.value(),
            Long.toString(size),
            Boolean.toString(replaces),
            before == null ? "" : before,
            name));
  }

  /** Empty if it is none of ours. */
  static Optional<SessionToken> read(Secret token) {
    String[] parts = token.reveal().split("\n", PARTS);
    if (parts.length != PARTS
        || !parts[0].equals(VERSION)
        || !TAG.matcher(parts[1]).matches()
        || !SIZE.matcher(parts[3]).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SessionToken(
            parts[1],
            new EntryId(parts[2]),
            parts[6],
            Long.parseLong(parts[3]),
            Boolean.parseBoolean(parts[4]),
            parts[5].isEmpty() ? null : parts[5]));
  }
}
