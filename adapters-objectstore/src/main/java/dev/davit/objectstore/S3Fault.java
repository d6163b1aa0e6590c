package dev.davit.objectstore;

import dev.davit.ports.Explained;
import org.jspecify.annotations.Nullable;

/** What the store answered, in its own codes: for the operator's log. */
final class S3Fault extends Exception implements Explained {
  private static final long serialVersionUID = 1L;

  private final String reason;

  private S3Fault(String reason) {
    super(reason);
    this.reason = reason;
  }

  /**
   * A refusal.
   *
   * @param code such as {@code NoSuchBucket}; left out if it is not of that form
   */
  static S3Fault of(int status, @Nullable String code) {
    boolean plain = code != null && code.matches("[A-Za-z0-9.]{1,64}");
    return new S3Fault("S3 status " + status + (plain ? ", code " + code : ""));
  }

  @Override
  public String reason() {
    return reason;
  }
}
