package dev.davit.emulator.google.drive;

import dev.davit.emulator.Fault;
import java.util.OptionalLong;

/**
 * What can be made to go wrong in Drive, until it is taken back; and the vendor's refusals as
 * {@link Fault}s, for any request that fits. Safe for use by several threads.
 */
public final class DriveFaults {
  private static final int CHILDREN = 500_000;
  private static final int DEPTH = 100;
  private static final int NONE = -1;

  private int emptyPages;
  private boolean incompleteSearch;
  private int children = CHILDREN;
  private int depth = DEPTH;
  private long taken = NONE;
  private long cut = NONE;

  DriveFaults() {}

  /** 403 {@code rateLimitExceeded} (guides/handle-errors): wait and try again. */
  public static Fault rateLimitExceeded() {
    return DriveError.of(403, "rateLimitExceeded", "Rate Limit Exceeded")
        .domain("usageLimits")
        .fault();
  }

  /**
   * 403 {@code userRateLimitExceeded} (guides/handle-errors): wait and try again. So also comes the
   * limit of 750 GB that a user may upload a day (support.google.com/a/answer/172541).
   */
  public static Fault userRateLimitExceeded() {
    return DriveError.of(403, "userRateLimitExceeded", "User Rate Limit Exceeded")
        .domain("usageLimits")
        .fault();
  }

  /** 429 {@code rateLimitExceeded} (guides/handle-errors, "Too many requests"). */
  public static Fault tooManyRequests() {
    return DriveError.of(429, "rateLimitExceeded", "Rate Limit Exceeded")
        .domain("usageLimits")
        .with("status", "RESOURCE_EXHAUSTED")
        .fault();
  }

  /** 403 {@code storageQuotaExceeded} (guides/handle-errors): waiting does not help. */
  public static Fault storageQuotaExceeded() {
    return Refusals.storageQuota().fault();
  }

  /** 403 of any other reason, of domain {@code global}. */
  public static Fault forbidden(String reason) {
    return DriveError.of(403, reason, "Forbidden: " + reason).fault();
  }

  /** 403 {@code dailyLimitExceeded} of the whole project (guides/handle-errors). */
  public static Fault dailyLimitExceeded() {
    return DriveError.of(403, "dailyLimitExceeded", "Daily Limit Exceeded")
        .domain("usageLimits")
        .fault();
  }

  /** 403 {@code accessNotConfigured}: the operator has not switched the API on. */
  public static Fault accessNotConfigured() {
    return DriveError.of(
            403,
            "accessNotConfigured",
            "Google Drive API has not been used in project 0 before or it is disabled.")
        .domain("usageLimits")
        .with("status", "PERMISSION_DENIED")
        .fault();
  }

  /** 500 {@code backendError} (guides/handle-errors). */
  public static Fault backendError() {
    return DriveError.of(500, "backendError", "Backend Error").fault();
  }

  /** 409 as of an id that is in use, on a create. */
  public static Fault idInUse() {
    return Creates.inUse().fault().on("POST").at("/files");
  }

  /** 200 with an error where the answer should be. */
  public static Fault errorInside() {
    String body = "{\"error\":{\"code\":500,\"message\":\"Internal Error\"}}";
    return Fault.answer(200, "application/json; charset=UTF-8", body);
  }

  /** So many of the next lists come without a file, with a token for the next page. */
  public synchronized void emptyPages(int count) {
    emptyPages = count;
  }

  synchronized boolean takeEmptyPage() {
    boolean now = emptyPages > 0;
    emptyPages -= now ? 1 : 0;
    return now;
  }

  /** Whether lists say that not all was searched (reference/rest/v3/files/list). */
  public synchronized void incompleteSearch(boolean on) {
    incompleteSearch = on;
  }

  synchronized boolean incompleteSearch() {
    return incompleteSearch;
  }

  /** How many may be in a folder; 500,000 by the vendor's rule (guides/folder). */
  public synchronized void childLimit(int count) {
    children = count;
  }

  synchronized int childLimit() {
    return children;
  }

  /** How deep folders may be nested; 100 by the vendor's rule (guides/folder). */
  public synchronized void depthLimit(int levels) {
    depth = levels;
  }

  synchronized int depthLimit() {
    return depth;
  }

  /**
   * Of the next chunk of a resumable upload only so many bytes are taken, less what is beyond a
   * multiple of 256 KiB (guides/manage-uploads: "don't assume that the server received all bytes").
   */
  public synchronized void takeLess(long bytes) {
    taken = bytes;
  }

  synchronized OptionalLong takeLess() {
    OptionalLong now = taken < 0 ? OptionalLong.empty() : OptionalLong.of(taken);
    taken = NONE;
    return now;
  }

  /**
   * The connection is closed when this byte of the content of an upload comes; what came before it
   * is kept, less what is beyond a multiple of 256 KiB. Once.
   */
  public synchronized void cutUploadAt(long byteOfContent) {
    cut = byteOfContent;
  }

  synchronized boolean takeCut(long from, long to) {
    boolean now = cut >= from && cut < to;
    cut = now ? NONE : cut;
    return now;
  }

  /** Takes back everything. */
  public synchronized void clear() {
    emptyPages = 0;
    incompleteSearch = false;
    children = CHILDREN;
    depth = DEPTH;
    taken = NONE;
    cut = NONE;
  }
}
