package dev.davit.drive;

import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.UploadSessions.State;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.testkit.fault.TestContent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;

/**
 * The adapter in a JVM of its own: {@code URL ACCESS REFRESH SIZE PART STATE_FILE KEY}. It says
 * each part that it begins to send, and in the end how often its token was renewed.
 */
final class LargeUploadFork {
  static final String NAME = "large.bin";

  private LargeUploadFork() {}

  public static void main(String[] args) throws Exception {
    OAuthTokens tokens = new OAuthTokens(new Secret(args[1]), new Secret(args[2]), null, Set.of());
    try (DriveProvider provider =
        new DriveProvider(Googles.settings(URI.create(args[0])), InstantSource.system())) {
      Renewing credentials = new Renewing(provider, tokens);
      UploadSessions sessions = provider.open(credentials).uploadSessions().orElseThrow();
      SealedState file = new SealedState(Path.of(args[5]), args[6]);
      upload(sessions, file, Long.parseLong(args[3]), Long.parseLong(args[4]));
      System.out.println("renewed " + credentials.renewals());
    }
  }

  /** Goes on where the file says that another process was, or begins. */
  private static void upload(UploadSessions sessions, SealedState file, long size, long part)
      throws Exception {
    State state = file.isThere() ? sessions.where(file.read()) : begun(sessions, file, size);
    System.out.println("from " + state.position());
    try (InputStream in = TestContent.generated(size).open()) {
      in.skipNBytes(state.position());
      while (state.position() < size) {
        System.out.println("part " + state.position() / part);
        long to = Math.min(size, state.position() + part);
        State next = sessions.append(state, in, to - state.position());
        if (next.position() != to) {
          throw new IOException("not all of a part was taken");
        }
        state = next;
        file.write(state);
      }
    }
    sessions.finish(state);
  }

  private static State begun(UploadSessions sessions, SealedState file, long size)
      throws Exception {
    State state =
        sessions.begin(
            new WriteAttempt(EntryId.ROOT, NAME, "the-only-attempt"),
            size,
            null,
            ConflictPolicy.FAIL);
    file.write(state);
    return state;
  }
}
