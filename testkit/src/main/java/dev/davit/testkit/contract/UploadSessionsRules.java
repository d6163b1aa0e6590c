package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.UploadSessions.State;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.testkit.fault.TestContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Uploads in parts, of storages that have them. */
interface UploadSessionsRules extends StorageFixture {
  @Test
  default void uploadSession_inParts_isSeenOnlyWhenFinished() {
    storage()
        .uploadSessions()
        .ifPresent(
            sessions -> {
              State state = begin(sessions, 3);
              byte[] all = threeParts(state);
              while (state.position() < all.length) {
                assertThat(names(EntryId.ROOT)).isEmpty();
                state = appendNext(sessions, state, all);
              }
              Entry entry = sessions.finish(state);
              assertThat(all(EntryId.ROOT, 10)).containsExactly(entry);
              assertThat(bytes(entry.id(), null)).isEqualTo(all);
              assertThat(sessions.finish(state)).isEqualTo(entry);
            });
  }

  @Test
  default void uploadSession_afterALostAnswer_goesOnWhereTheProviderIs() {
    storage()
        .uploadSessions()
        .ifPresent(
            sessions -> {
              State begun = begin(sessions, 3);
              byte[] all = threeParts(begun);
              State after = appendNext(sessions, begun, all);
              assertThat(sessions.where(begun)).isEqualTo(after);
              State state = sessions.where(begun);
              while (state.position() < all.length) {
                state = appendNext(sessions, state, all);
              }
              assertThat(bytes(sessions.finish(state).id(), null)).isEqualTo(all);
            });
  }

  @Test
  default void uploadSession_thatIsCancelledOrRecovered_isGone() {
    storage()
        .uploadSessions()
        .ifPresent(
            sessions -> {
              State cancelled = begin(sessions, 3);
              sessions.cancel(cancelled);
              sessions.cancel(cancelled);
              assertFails(ErrorKind.NOT_FOUND, () -> sessions.where(cancelled));
              WriteAttempt attempt = StorageFixture.attempt(EntryId.ROOT, "file");
              State recovered = sessions.begin(attempt, 10, null, ConflictPolicy.FAIL);
              assertThat(storage().recover(attempt)).isEmpty();
              if (traits().has(Deviation.HIDES_UPLOAD_SESSIONS)) {
                assertThat(sessions.where(recovered)).isEqualTo(recovered);
                sessions.cancel(recovered);
              }
              assertFails(ErrorKind.NOT_FOUND, () -> sessions.finish(recovered));
              assertThat(names(EntryId.ROOT)).isEmpty();
            });
  }

  @Test
  default void uploadSession_finishedBeforeAllHasArrived_isRefused() {
    storage()
        .uploadSessions()
        .ifPresent(
            sessions -> {
              State begun = begin(sessions, 3);
              State state = appendNext(sessions, begun, threeParts(begun));
              assertFails(ErrorKind.INVALID_REQUEST, () -> sessions.finish(state));
              assertThat(names(EntryId.ROOT)).isEmpty();
              assertThat(sessions.where(state).position()).isEqualTo(state.position());
            });
  }

  @Test
  default void uploadSession_partThatIsNone_isAFaultOfTheCaller() {
    storage()
        .uploadSessions()
        .ifPresent(
            sessions -> {
              State begun = begin(sessions, 3);
              InputStream none = InputStream.nullInputStream();
              for (long length : new long[] {-1, begun.granularity() + 1, size(begun, 3) + 1}) {
                assertThatThrownBy(() -> sessions.append(begun, none, length))
                    .isInstanceOf(IllegalArgumentException.class);
              }
              assertThat(sessions.where(begun).position()).isZero();
            });
  }

  private State begin(UploadSessions sessions, int parts) {
    WriteAttempt probe = StorageFixture.attempt(EntryId.ROOT, "file");
    State state = sessions.begin(probe, 1, null, ConflictPolicy.FAIL);
    sessions.cancel(state);
    WriteAttempt attempt = StorageFixture.attempt(EntryId.ROOT, "file");
    return sessions.begin(attempt, size(state, parts), null, ConflictPolicy.FAIL);
  }

  private static long size(State state, int parts) {
    return state.granularity() * (parts - 1) + 1;
  }

  private static byte[] threeParts(State state) {
    try {
      return TestContent.generated(size(state, 3)).open().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static State appendNext(UploadSessions sessions, State state, byte[] all) {
    int from = (int) state.position();
    int to = (int) Math.min(all.length, from + state.granularity());
    byte[] part = Arrays.copyOfRange(all, from, to);
    return sessions.append(state, new ByteArrayInputStream(part), part.length);
  }
}
