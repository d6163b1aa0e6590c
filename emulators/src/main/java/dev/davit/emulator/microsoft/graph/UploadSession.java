package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Content;
import dev.davit.emulator.files.Growing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An upload that is under way. Its state is looked at and changed under its lock. */
final class UploadSession {
  /**
   * What it is for.
   *
   * @param size as announced; -1 when not
   * @param deferred whether the file is there only when a request of its own says so
   * @param closed whether it says where a missing range ends, as OneDrive Personal does
   * @param commit makes the file, or changes it, and gives the answer
   */
  record Plan(long size, boolean deferred, boolean closed, Function<Content, Committed> commit) {}

  /**
   * The end of it.
   *
   * @param created whether there was no such file before
   * @param item as the answer tells it
   */
  record Committed(boolean created, Map<String, Object> item) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Plan plan;
  private final Growing growing;
  private Instant expires;
  private long total;
  private @Nullable Content whole;
  private volatile int ended;

  UploadSession(Plan plan, Growing growing, Instant expires) {
    this.plan = plan;
    this.growing = growing;
    this.expires = expires;
    this.total = plan.size();
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

  Instant expires() {
    return expires;
  }

  /** "Each fragment uploaded during the session extends the expiration time" (uploadsession). */
  void extend(Instant until) {
    expires = until;
  }

  /**
   * Whether a fragment goes on where the last one ended.
   *
   * @throws Refused 400 when the total is another one, 416 when it begins elsewhere
   */
  void check(Fragment fragment) {
    if (total >= 0 && fragment.total() != total) {
      throw Refused.of(
              400,
              "invalidRequest",
              "The current upload session is for "
                  + (total + " total bytes, but the current fragment declares a total of ")
                  + (fragment.total() + "."))
          .inner("fragmentLengthMismatch");
    }
    if (fragment.first() < growing.size()) {
      throw Refused.of(416, "invalidRange", "Uploaded fragment overlaps with existing data.")
          .inner("fragmentOverlap");
    }
    if (fragment.first() > growing.size()) {
      throw Refused.of(416, "invalidRange", "Uploaded fragment is out of order.")
          .inner("fragmentOutOfOrder");
    }
    total = fragment.total();
  }

  /** Whether every byte is here. */
  boolean isWhole() {
    return total >= 0 && growing.size() == total;
  }

  /**
   * All that came.
   *
   * @throws Refused 400 when something is missing
   */
  Content whole() {
    if (!isWhole()) {
      throw Refused.of(400, "invalidRequest", "The upload session is incomplete.")
          .inner("uploadSessionIncomplete");
    }
    Content content = whole == null ? growing.finish() : whole;
    whole = content;
    return content;
  }

  /** Makes the file; can be tried again when it could not. */
  Committed commit() {
    return plan.commit().apply(whole());
  }

  /** As a question or a fragment is answered. */
  Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("expirationDateTime", expires.toString());
    state.put("nextExpectedRanges", isWhole() ? List.of() : List.of(missing()));
    return state;
  }

  private String missing() {
    return growing.size() + "-" + (plan.closed() && total > 0 ? total - 1 : "");
  }

  /** The status that it answers since it is no more; 0 while it is. */
  int ended() {
    return ended;
  }

  void end(int status) {
    ended = status;
  }
}
