package dev.davit.testkit.fault;

import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.UploadSessions.State;
import dev.davit.ports.storage.WriteAttempt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A large upload by a process that may be killed: it says each part that it begins to send, and
 * keeps its state in a file, by which another process goes on.
 */
public final class UploadInParts {
  /** Under which name it uploads. */
  public static final String NAME = "large.bin";

  private UploadInParts() {}

  /**
   * Goes on where the file says that another process was, or begins.
   *
   * @param args the size, the size of a part, the file of the state and its key
   */
  public static void run(UploadSessions sessions, String... args) throws Exception {
    long size = Long.parseLong(args[0]);
    long part = Long.parseLong(args[1]);
    SealedState file = new SealedState(Path.of(args[2]), args[3]);
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
    WriteAttempt attempt = new WriteAttempt(EntryId.ROOT, NAME, "the-only-attempt");
    State state = sessions.begin(attempt, size, null, ConflictPolicy.FAIL);
    file.write(state);
    return state;
  }
}
