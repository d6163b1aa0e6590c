package dev.davit.emulator.oauth;

/**
 * A request that a browser is at.
 *
 * @param <R> what the vendor reads of an authorization request
 * @param id which its pages carry, so that no other site can answer them
 * @param browser the value of its cookie, which must come with every answer
 */
public record Attempt<R>(String id, String browser, R request) {
  @Override
  public String toString() {
    return "attempt at a " + request;
  }
}
