package dev.davit;

/** The process ends here: nothing that would clean up after a failure may run after it. */
final class Died extends Error {
  private static final long serialVersionUID = 1L;

  Died() {
    super("the process died here");
  }
}
