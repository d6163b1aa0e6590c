package dev.davit.emulator.google.drive;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The resumable uploads, by {@code upload_id}: who knows it needs nothing else. */
final class Sessions {
  /** "A resumable session URI expires after one week" (guides/manage-uploads). */
  private static final Duration LIFETIME = Duration.ofDays(7);

  private static final int NOT_FOUND = 404;

  private final Map<String, UploadSession> sessions = new ConcurrentHashMap<>();
  private final World world;

  Sessions(World world) {
    this.world = world;
  }

  /** Begins one; returns its id. */
  String begin(UploadSession.Plan plan) throws IOException {
    String id = "AEnB2U" + world.ids().token() + world.ids().token();
    sessions.put(id, new UploadSession(plan, world.contents().begin(), world.tree().now()));
    return id;
  }

  /**
   * The one of this id.
   *
   * @throws PlainError 404, or 410 on demand, when it is no more, or never was
   */
  UploadSession get(String id) {
    UploadSession session = sessions.get(id);
    if (session == null || session.begun().plus(LIFETIME).isBefore(world.tree().now())) {
      throw new PlainError(NOT_FOUND, "Not Found");
    }
    if (session.ended() > 0) {
      throw new PlainError(session.ended(), "Gone");
    }
    return session;
  }

  /** Forgets one. */
  void remove(String id) {
    sessions.remove(id);
  }

  /** All that are under way end, and answer this status. */
  void endAll(int status) {
    sessions.values().forEach(session -> session.end(status));
  }

  /** How many there are that have neither ended nor come to an end. */
  int open() {
    return (int)
        sessions.values().stream()
            .filter(session -> session.ended() == 0 && session.result() == null)
            .count();
  }
}
