package dev.davit.onedrive.internal.oauth;

import dev.davit.ports.Explained;
import java.util.List;
import java.util.stream.Collectors;

/** What the token endpoint refused with, for the operator's log: words and numbers, no text. */
final class RefusedException extends Exception implements Explained {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * A refusal.
   *
   * @param error the OAuth error; one that we know
   * @param codes Microsoft's numbers ("AADSTS" error codes)
   */
  RefusedException(int status, String error, List<Long> codes) {
    super("Microsoft answered " + status);
    this.reason =
        "status "
            + status
            + " "
            + error
            + codes.stream().map(code -> " AADSTS" + code).collect(Collectors.joining());
  }

  @Override
  public String reason() {
    return reason;
  }
}
