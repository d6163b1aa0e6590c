package dev.davit.testkit.fault;

/**
 * The process ends here, as a test has it. An {@link Error}, so that no code that handles what it
 * knows catches it: what was not done by now is never done.
 */
public final class SimulatedDeath extends Error {
  private static final long serialVersionUID = 1L;

  public SimulatedDeath() {
    super("the process died, as this test told it to");
  }
}
