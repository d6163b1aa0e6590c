package dev.davit.ports.storage;

/**
 * A field to ask the user for.
 *
 * @param name its name in requests, such as {@code server_url}
 * @param label its name on a page
 * @param kind how it is typed
 * @param help a sentence that helps to fill it in; may be empty
 */
public record FieldSpec(String name, String label, Kind kind, String help) {
  /** How a field is typed. */
  public enum Kind {
    TEXT,
    URL,
    PASSWORD
  }
}
