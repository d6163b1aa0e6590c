package dev.davit;

/** A test of core's flows. Over other adapters: a subclass that builds its house over them. */
public abstract class FlowTest {
  protected final TestHouse house = newHouse();

  /** The house that is tested. */
  protected TestHouse newHouse() {
    return TestHouse.inMemory();
  }
}
