package dev.davit.emulator.microsoft.graph;

import java.util.OptionalLong;

/** What can be made to go wrong with upload sessions. Safe for use by several threads. */
public final class UploadFaults {
  private static final int NONE = -1;

  private long taken = NONE;
  private long cut = NONE;
  private int finalStatus;
  private FragmentFailure failure = FragmentFailure.NONE;

  UploadFaults() {}

  /**
   * Of the next fragment only so many bytes are taken (github.com/OneDrive/onedrive-api-docs/
   * issues/75: such parts are no multiple of anything).
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
   * The connection is closed when this byte of the content of an upload comes, once; nothing of its
   * fragment is kept ("all bytes in that request are ignored": driveitem-createuploadsession).
   */
  public synchronized void cutUploadAt(long byteOfContent) {
    cut = byteOfContent;
  }

  synchronized OptionalLong takeCut(long first, long last) {
    if (cut < first || cut > last) {
      return OptionalLong.empty();
    }
    OptionalLong now = OptionalLong.of(cut);
    cut = NONE;
    return now;
  }

  /** What the last fragment of every upload answers: 200 or 201, or 0 for what is true. */
  public synchronized void finalStatus(int status) {
    finalStatus = status;
  }

  synchronized int ending(int truth) {
    return finalStatus == 0 ? truth : finalStatus;
  }

  /**
   * The next fragment that could be taken is answered with an error.
   *
   * @param status such as 500, 502, 503, 504 or 507
   * @param done whether all is done nevertheless
   */
  public synchronized void failFragment(int status, boolean done) {
    failure = new FragmentFailure(status, done);
  }

  synchronized FragmentFailure takeFailure() {
    FragmentFailure now = failure;
    failure = FragmentFailure.NONE;
    return now;
  }

  synchronized void clear() {
    taken = NONE;
    cut = NONE;
    finalStatus = 0;
    failure = FragmentFailure.NONE;
  }
}
