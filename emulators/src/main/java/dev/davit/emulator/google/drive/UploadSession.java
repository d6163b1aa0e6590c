package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Growing;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A resumable upload that is under way. Its state is looked at and changed under its lock. */
final class UploadSession {
  /**
   * What it is for.
   *
   * @param type of the content as announced; empty when not
   * @param length as announced; -1 when not
   * @param finish makes the file, or changes it, and gives the answer
   */
  record Plan(String type, long length, Function<Incoming, Map<String, Object>> finish) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Plan plan;
  private final Growing growing;
  private final Instant begun;
  private @Nullable Map<String, Object> result;
  private volatile int ended;

  UploadSession(Plan plan, Growing growing, Instant begun) {
    this.plan = plan;
    this.growing = growing;
    this.begun = begun;
  }

  ReentrantLock lock() {
    return lock;
  }

  Plan plan() {
    return plan;
  }

  Growing growing() {
    return growing;
  }

  Instant begun() {
    return begun;
  }

  /** The answer once all is there. */
  @Nullable Map<String, Object> result() {
    return result;
  }

  void finished(Map<String, Object> newResult) {
    result = newResult;
  }

  /** The status that it answers since it is no more; 0 while it is. */
  int ended() {
    return ended;
  }

  void end(int status) {
    ended = status;
  }
}
