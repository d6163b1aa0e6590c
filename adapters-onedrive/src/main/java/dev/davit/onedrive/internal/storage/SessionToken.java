package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.upload.Mishaps;
import dev.davit.onedrive.internal.upload.Upload;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.UploadSessions.State;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to go on with an upload. Its address opens it to whoever has that.
 *
 * @param address of the session at Microsoft; empty for a file of no bytes, which has none
 * @param upload what is sent
 * @param before the etag of the file that is replaced, as it was; null for a new file
 * @param policy what to do if somebody was faster
 * @param mark for a name that nothing else has
 * @param size in bytes
 * @param file the file, once all has arrived; null before
 */
record SessionToken(
    Secret address,
    Upload upload,
    @Nullable String before,
    ConflictPolicy policy,
    String mark,
    long size,
    @Nullable EntryId file) {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "1\n(\\S*)\n([!-~]{1,1500})\n([!-~]{0,1500})\n([!-~]{0,500})\n(FAIL|REPLACE|RENAME)\n"
              + "([\\w-]{8,64})\n([0-9]{1,18})\n([\\w-]{0,1024})\n(.*)",
          Pattern.DOTALL);

  Secret write() {
    return new Secret(
        String.join(
            "\n",
            "1",
            address.reveal(),
            upload.folder(),
            orEmpty(upload.replaced()),
            orEmpty(before),
            policy.name(),
            mark,
            Long.toString(size),
            file == null ? "" : file.value(),
            upload.name()));
  }

  /**
   * Reads one.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#NOT_FOUND} if it is
   *     none of ours
   */
  static SessionToken of(State state) {
    Matcher part = GRAMMAR.matcher(state.token().reveal());
    if (!part.matches()) {
      throw Mishaps.gone();
    }
    ConflictPolicy policy = ConflictPolicy.valueOf(part.group(5));
    boolean mayReplace = policy == ConflictPolicy.REPLACE;
    String file = part.group(8);
    return new SessionToken(
        new Secret(part.group(1)),
        new Upload(part.group(2), part.group(9), orNull(part.group(3)), mayReplace, null),
        orNull(part.group(4)),
        policy,
        part.group(6),
        Long.parseLong(part.group(7)),
        file.isEmpty() ? null : new EntryId(file));
  }

  /** The same, with its file. */
  SessionToken with(EntryId arrived) {
    return new SessionToken(address, upload, before, policy, mark, size, arrived);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
