package dev.davit.drive.internal.storage;

import dev.davit.drive.internal.upload.Mishaps;
import dev.davit.drive.internal.upload.Upload;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.UploadSessions.State;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to go on with an upload. Its address opens it to whoever has that.
 *
 * @param address of the session at Google
 * @param upload what is sent
 * @param drive which shared drive the folder is in; null for none
 * @param policy what to do if somebody was faster
 * @param size in bytes
 */
record SessionToken(
    Secret address, Upload upload, @Nullable String drive, ConflictPolicy policy, long size) {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "1\n(\\S+)\n([\\w-]{1,200})\n(true|false)\n([\\w-]{1,200})\n([\\w-]{0,200})\n"
              + "([\\w-]{8,64})\n(FAIL|REPLACE|RENAME)\n([0-9]{1,18})\n([ -~]{0,500})\n(.*)",
          Pattern.DOTALL);

  Secret write() {
    return new Secret(
        String.join(
            "\n",
            "1",
            address.reveal(),
            upload.id(),
            Boolean.toString(upload.replaces()),
            upload.folder(),
            orEmpty(drive),
            upload.tag(),
            policy.name(),
            Long.toString(size),
            orEmpty(upload.type()),
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
    return new SessionToken(
        new Secret(part.group(1)),
        new Upload(
            part.group(2),
            Boolean.parseBoolean(part.group(3)),
            part.group(4),
            part.group(10),
            part.group(6),
            orNull(part.group(9))),
        orNull(part.group(5)),
        ConflictPolicy.valueOf(part.group(7)),
        Long.parseLong(part.group(8)));
  }

  Destination destination() {
    return new Destination(new Folder(upload.folder(), drive), upload.name(), policy, null);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
