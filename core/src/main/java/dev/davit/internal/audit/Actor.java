package dev.davit.internal.audit;

/**
 * Who does something, for the audit log.
 *
 * @param name an account's or owner's id, {@code operator} or {@code davit}
 * @param requestId in which request; empty if in none
 */
public record Actor(String name, String requestId) {
  /** Davit itself, in no request. */
  public static final Actor DAVIT = new Actor("davit", "");

  /** Whoever runs the server's commands. */
  public static final Actor OPERATOR = new Actor("operator", "");
}
