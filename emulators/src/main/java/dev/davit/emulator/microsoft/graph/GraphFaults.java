package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.GraphError;
import java.time.Duration;

/**
 * What can be made to go wrong in OneDrive, until it is taken back; and the vendor's refusals as
 * {@link Fault}s, for any request that fits. Codes are of the page learn.microsoft.com/graph/errors
 * unless it says otherwise. Safe for use by several threads.
 */
public final class GraphFaults {
  private final UploadFaults uploads = new UploadFaults();
  private final Surprises surprises;
  private boolean wholeFiles;
  private boolean rewriting;
  private long misstatedSize;

  GraphFaults(Surprises surprises) {
    this.surprises = surprises;
  }

  /**
   * 429 {@code activityLimitReached} with {@code Retry-After}
   * (learn.microsoft.com/graph/throttling).
   */
  public static Fault throttled(Duration retryAfter) {
    return GraphError.of(429, "activityLimitReached", "The request has been throttled")
        .inner("throttledRequest")
        .fault()
        .with("Retry-After", seconds(retryAfter));
  }

  /** 503 {@code serviceNotAvailable} with {@code Retry-After}. */
  public static Fault unavailable(Duration retryAfter) {
    return GraphError.of(
            503, "serviceNotAvailable", "The server is unable to process the current request.")
        .fault()
        .with("Retry-After", seconds(retryAfter));
  }

  /** 509, the most that an application may move, with {@code Retry-After}. */
  public static Fault bandwidthExceeded(Duration retryAfter) {
    return GraphError.of(
            509, "activityLimitReached", "Your app has been throttled: bandwidth limit exceeded.")
        .fault()
        .with("Retry-After", seconds(retryAfter));
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
  }

  /** 500 {@code generalException}. */
  public static Fault generalException() {
    return GraphError.of(500, "generalException", "General exception while processing").fault();
  }

  /** 423: somebody has the file open. The code is from memory. */
  public static Fault locked() {
    return GraphError.of(
            423, "resourceLocked", "The resource you are attempting to access is locked")
        .fault();
  }

  /** 507 {@code quotaLimitReached}: waiting does not help. */
  public static Fault quotaLimitReached() {
    return GraphError.of(507, "quotaLimitReached", "Insufficient Space Available").fault();
  }

  /** 412 {@code resourceModified}: an eTag that is not the item's any more. */
  public static Fault resourceModified() {
    return GraphError.of(412, "resourceModified", "ETag does not match current item's value")
        .inner("entityTagDoesNotMatch")
        .fault();
  }

  /** 403 {@code accessDenied}. */
  public static Fault accessDenied() {
    return GraphError.of(403, "accessDenied", "Access denied").fault();
  }

  /** 401 {@code InvalidAuthenticationToken}, as of a token that has ended. */
  public static Fault invalidToken() {
    return GraphError.of(
            401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.")
        .fault()
        .with("WWW-Authenticate", "Bearer realm=\"\", error=\"invalid_token\"");
  }

  /**
   * 409 {@code nameAlreadyExists} as of a file that somebody uploads just now, on the next upload
   * session; whatever it says of conflicts (github.com/microsoftgraph/microsoft-graph-docs/issues/
   * 17631).
   */
  public static Fault alreadyUploading() {
    return GraphError.of(
            409,
            "nameAlreadyExists",
            "A file with the same name is currently being uploaded. Change the filename and try to"
                + " save again.")
        .fault()
        .on("POST")
        .at("/createUploadSession");
  }

  /** 200 with an error where the answer should be. */
  public static Fault errorInside() {
    return Fault.answer(
        200,
        "application/json",
        "{\"error\":{\"code\":\"generalException\",\"message\":\"An unspecified error has"
            + " occurred.\"}}");
  }

  /** So many of the next pages come without an item, with an address of the next page. */
  public void emptyPages(int count) {
    surprises.emptyPages(count);
  }

  /** So many of the next pages begin with what the one before ended with. */
  public void repeatItems(int pages) {
    surprises.repeats(pages);
  }

  /**
   * So many of the next pages leave one item out; delta has it (driveitem-delta, "Example 3": lists
   * are not guaranteed to be complete where somebody writes).
   */
  public void skipItems(int pages) {
    surprises.skips(pages);
  }

  /** How many times the monitors of the next copies say that they are in progress. */
  public void slowCopies(int polls) {
    surprises.polls(polls);
  }

  /** What a monitor answers when a copy is done: 200 or 202 with the state, 303 to the item. */
  public void monitorStatus(int status) {
    surprises.monitor(status);
  }

  /** The next copy fails, as its monitor tells. */
  public void failCopy(String code) {
    surprises.copyError(code, "The copy failed.");
  }

  /**
   * The next use of a token of delta is refused with 410, this code, and a {@code Location} to
   * begin again from (driveitem-delta).
   *
   * @param code {@code resyncChangesApplyDifferences} or {@code resyncChangesUploadDifferences}
   */
  public void resync(String code) {
    surprises.resync(code);
  }

  /** Whether downloads answer 200 with all to whoever asks for a range (driveitem-get-content). */
  public synchronized void wholeFiles(boolean on) {
    wholeFiles = on;
  }

  synchronized boolean wholeFiles() {
    return wholeFiles;
  }

  /**
   * Whether Office files are altered when they arrive, as SharePoint does: more bytes, another
   * hash, and a little later other tags (github.com/OneDrive/onedrive-api-docs/issues/935, 308).
   */
  public synchronized void rewriting(boolean on) {
    rewriting = on;
  }

  synchronized boolean rewriting() {
    return rewriting;
  }

  /** So many bytes more than content has are told as the size of Office files; 0 for the truth. */
  public synchronized void misstatedSize(long bytes) {
    misstatedSize = bytes;
  }

  synchronized long misstatedSize() {
    return misstatedSize;
  }

  /** What goes wrong while files come in parts. */
  public UploadFaults uploads() {
    return uploads;
  }

  /** Takes back everything. */
  public synchronized void clear() {
    wholeFiles = false;
    rewriting = false;
    misstatedSize = 0;
    surprises.clear();
    uploads.clear();
  }
}
