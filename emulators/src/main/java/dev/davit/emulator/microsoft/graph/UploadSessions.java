package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Content;
import dev.davit.emulator.files.Contents;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The uploads that are under way, by what is secret in their addresses. */
final class UploadSessions {
  /** Seen to be a week (github.com/OneDrive/onedrive-api-docs/issues/75). */
  private static final Duration LIFETIME = Duration.ofDays(7);

  private static final int NOT_FOUND = 404;
  private static final int SECRET = 24;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, UploadSession> sessions = new ConcurrentHashMap<>();
  private final Contents contents;
  private final InstantSource clock;

  UploadSessions(Contents contents, InstantSource clock) {
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * One that has begun.
   *
   * @param secret all that its address needs
   */
  record Begun(String secret, UploadSession session) {}

  Begun begin(UploadSession.Plan plan) throws IOException {
    byte[] secret = new byte[SECRET];
    random.nextBytes(secret);
    String name = HexFormat.of().formatHex(secret);
    UploadSession session = new UploadSession(plan, contents.begin(), expiry());
    sessions.put(name, session);
    return new Begun(name, session);
  }

  Instant now() {
    return clock.instant();
  }

  /** Until when one is good that is used now. */
  Instant expiry() {
    return clock.instant().plus(LIFETIME);
  }

  /**
   * The one of this secret.
   *
   * @throws Refused 404, or another status on demand, when it is no more, or never was
   */
  UploadSession get(String secret) {
    UploadSession session = sessions.get(secret);
    if (session == null || session.expires().isBefore(clock.instant())) {
      throw gone(NOT_FOUND);
    }
    if (session.ended() > 0) {
      throw gone(session.ended());
    }
    return session;
  }

  private static Refused gone(int status) {
    return Refused.of(
            status,
            status == NOT_FOUND ? "itemNotFound" : "generalException",
            "The upload session was not found")
        .inner("uploadSessionNotFound");
  }

  /**
   * Completes one that is whole, elsewhere than it was meant for.
   *
   * @param address of the session
   */
  UploadSession.Committed complete(
      String address, Function<Content, UploadSession.Committed> commit) {
    String secret = address.substring(address.lastIndexOf('=') + 1);
    UploadSession session = get(secret);
    session.lock().lock();
    try {
      UploadSession.Committed committed = commit.apply(session.whole());
      remove(secret);
      return committed;
    } finally {
      session.lock().unlock();
    }
  }

  /** Forgets one whose file is there. */
  void remove(String secret) {
    sessions.remove(secret);
  }

  /** Forgets one, and what it had. */
  void discard(String secret) throws IOException {
    UploadSession session = sessions.remove(secret);
    if (session != null) {
      session.growing().discard();
    }
  }

  /** All that are under way end, and answer this status. */
  void endAll(int status) {
    sessions.values().forEach(session -> session.end(status));
  }

  /** How many there are that have not ended. */
  int open() {
    return (int) sessions.values().stream().filter(session -> session.ended() == 0).count();
  }
}
