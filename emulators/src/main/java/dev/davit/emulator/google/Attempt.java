package dev.davit.emulator.google;

/**
 * A request that a browser is at.
 *
 * @param id which its pages carry, so that no other site can answer them
 * @param browser the value of its cookie, which must come with every answer
 */
record Attempt(String id, String browser, AuthorizationRequest request) {
  @Override
  public String toString() {
    return "attempt at a " + request;
  }
}
