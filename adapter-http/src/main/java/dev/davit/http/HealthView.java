package dev.davit.http;

import java.util.Map;

/**
 * Whether a server can do its work.
 *
 * @param status {@code ready}; {@code degraded}, if something is away without which most goes on;
 *     {@code unavailable}, if it is of no use to anybody
 * @param dependencies by name, each {@code up} or {@code down}
 */
record HealthView(String status, Map<String, StatusView> dependencies) implements View {
  static final String UNAVAILABLE = "unavailable";

  boolean isUsable() {
    return !status.equals(UNAVAILABLE);
  }
}
