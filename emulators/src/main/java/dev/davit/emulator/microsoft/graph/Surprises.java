package dev.davit.emulator.microsoft.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lists, delta and copies do that is rare at the vendor, on demand. */
final class Surprises {
  private static final int OK = 200;

  private int emptyPages;
  private int repeats;
  private int skips;
  private int polls;
  private int monitor = OK;
  private @Nullable Refused copyError;
  private String resync = "";

  /** So many of the next pages come without an item, with an address of the next. */
  synchronized void emptyPages(int count) {
    emptyPages = count;
  }

  /** So many of the next pages begin with what the one before ended with. */
  synchronized void repeats(int count) {
    repeats = count;
  }

  /** So many of the next pages leave one out. */
  synchronized void skips(int count) {
    skips = count;
  }

  /** How many times the monitors of the next copies say {@code inProgress}. */
  synchronized void polls(int count) {
    polls = count;
  }

  /** What a monitor answers when it is done: 200 or 202 with the state, 303 to the item. */
  synchronized void monitor(int status) {
    monitor = status;
  }

  /** How the next copy ends. */
  synchronized void copyError(String code, String message) {
    copyError = Refused.of(OK, code, message);
  }

  /** The next use of a token of delta is answered 410 with this code. */
  synchronized void resync(String code) {
    resync = code;
  }

  synchronized boolean takeEmptyPage() {
    boolean now = emptyPages > 0;
    emptyPages -= now ? 1 : 0;
    return now;
  }

  synchronized boolean takeRepeat() {
    boolean now = repeats > 0;
    repeats -= now ? 1 : 0;
    return now;
  }

  synchronized boolean takeSkip() {
    boolean now = skips > 0;
    skips -= now ? 1 : 0;
    return now;
  }

  synchronized int polls() {
    return polls;
  }

  synchronized int monitor() {
    return monitor;
  }

  synchronized Optional<Refused> takeCopyError() {
    Optional<Refused> now = Optional.ofNullable(copyError);
    copyError = null;
    return now;
  }

  synchronized String takeResync() {
    String now = resync;
    resync = "";
    return now;
  }

  /** Takes back everything. */
  synchronized void clear() {
    emptyPages = 0;
    repeats = 0;
    skips = 0;
    polls = 0;
    monitor = OK;
    copyError = null;
    resync = "";
  }
}
