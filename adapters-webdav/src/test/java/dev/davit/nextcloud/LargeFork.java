package dev.davit.nextcloud;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.FieldLogin;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.UploadSessions.State;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import dev.davit.webdav.Davs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * The adapter in a JVM of its own: {@code WHAT URL PASSWORD SIZE STATE_FILE}. It says each chunk
 * that it begins to send, and in the end the SHA-256 of what it read back.
 */
final class LargeFork {
  private static final String NAME = "large.bin";

  private LargeFork() {}

  public static void main(String[] args) throws Exception {
    long size = Long.parseLong(args[3]);
    try (NextcloudProvider provider = Clouds.provider(InstantSource.system())) {
      SecretFields fields = Davs.fields(args[1], Clouds.LOGIN, args[2]);
      Storage storage =
          provider.open(Clouds.source(((FieldLogin) provider.authentication()).verify(fields)));
      Entry entry =
          args[0].equals("write") ? write(storage, size) : upload(storage, size, Path.of(args[4]));
      System.out.println("read " + sha256(storage, entry.id()));
    }
  }

  private static Entry write(Storage storage, long size) {
    return storage.write(
        new WriteRequest(
            new WriteAttempt(EntryId.ROOT, NAME, "the-only-write"),
            TestContent.generated(size),
            null,
            ConflictPolicy.FAIL,
            null));
  }

  /** Goes on where the file says that another process was, or begins. */
  private static Entry upload(Storage storage, long size, Path file) throws Exception {
    UploadSessions sessions = storage.uploadSessions().orElseThrow();
    State state = Files.exists(file) ? kept(sessions, file) : begun(sessions, size, file);
    while (state.position() < size) {
      try (InputStream in = TestContent.generated(size).open()) {
        in.skipNBytes(state.position());
        state = until(sessions, state, size, in);
      }
    }
    return sessions.finish(state);
  }

  /** Sends chunks to the end, or to the next cut. */
  private static State until(UploadSessions sessions, State from, long size, InputStream in) {
    State state = from;
    while (state.position() < size) {
      System.out.println("chunk " + state.position() / state.granularity());
      long length = Math.min(state.granularity(), size - state.position());
      try {
        state = sessions.append(state, in, length);
      } catch (CloudException cut) {
        if (cut.kind() != ErrorKind.UNAVAILABLE) {
          throw cut;
        }
        System.out.println("cut");
        return sessions.where(state);
      }
    }
    return state;
  }

  private static State begun(UploadSessions sessions, long size, Path file) throws IOException {
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, NAME, "the-only-session");
    State state = sessions.begin(attempt, size, null, ConflictPolicy.FAIL);
    Files.writeString(file, state.token().reveal());
    return state;
  }

  private static State kept(UploadSessions sessions, Path file) throws IOException {
    return sessions.where(new State(new Secret(Files.readString(file)), 0, 1));
  }

  private static String sha256(Storage storage, EntryId id) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Download download = storage.read(id, null);
        InputStream in = new DigestInputStream(download.body(), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
