package dev.davit.emulator.microsoft.graph;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What clients did that would give their tokens away: addresses that need no token were sent one.
 * Those addresses are at other hosts than Graph's. Safe for use by several threads.
 */
final class Offences {
  private static final int KEPT = 1_000;

  private final Deque<String> seen = new ArrayDeque<>();

  /**
   * Looks at what comes to an address that needs no token.
   *
   * @throws Refused 401 when it brings one (driveitem-createuploadsession, "Remarks"); noted
   */
  void check(HttpServletRequest request) {
    if (request.getHeader("Authorization") != null) {
      note(request.getMethod() + " " + request.getRequestURI() + " with Authorization");
      throw Refused.of(
          401, "unauthenticated", "This address is pre-authenticated: send no Authorization.");
    }
  }

  private synchronized void note(String offence) {
    seen.addLast(offence);
    if (seen.size() > KEPT) {
      seen.removeFirst();
    }
  }

  /** The last 1,000, oldest first: method, path and what was wrong. */
  synchronized List<String> all() {
    return List.copyOf(seen);
  }
}
