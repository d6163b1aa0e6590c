package dev.davit.emulator.microsoft.graph;

/**
 * How a fragment is answered that could be taken.
 *
 * @param status 0 for what is true
 * @param done whether it is taken nevertheless
 */
record FragmentFailure(int status, boolean done) {
  static final FragmentFailure NONE = new FragmentFailure(0, false);

  private static final int QUOTA = 507;

  /** Refuses before anything is done, where it should. */
  void before() {
    refuse(!done);
  }

  /** Refuses when all is done, where it should. */
  void after() {
    refuse(done);
  }

  private void refuse(boolean now) {
    if (status > 0 && now) {
      throw Refused.of(
          status,
          status == QUOTA ? "quotaLimitReached" : "generalException",
          "General exception while processing");
    }
  }
}
