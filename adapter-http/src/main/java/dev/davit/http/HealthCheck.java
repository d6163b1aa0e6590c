package dev.davit.http;

import java.util.regex.Pattern;

/**
 * A question to something that the server depends on.
 *
 * @param name by which readiness and the log call it: lower-case letters, digits, underscores
 * @param vital whether the server is of no use without it. What is not vital makes it degraded
 *     only, and leaves it in the load balancer
 * @param check returns if the dependency answers, throws if it does not; the message of a {@link
 *     dev.davit.ports.CloudException} is logged. Asked by one thread at a time, and taken for
 *     failed if it takes longer than a second
 */
public record HealthCheck(String name, boolean vital, Runnable check) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if the name is not of that form
   */
  public HealthCheck {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a health check can't be called " + name);
    }
  }
}
