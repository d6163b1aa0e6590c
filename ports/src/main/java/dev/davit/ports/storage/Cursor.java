package dev.davit.ports.storage;

/**
 * Where a listing goes on, in the adapter's own words. It may hold an address or a token of the
 * provider, so it never leaves the house: clients get a sealed page token instead.
 *
 * @param value not empty, at most 8,192 characters
 */
public record Cursor(String value) {
  public Cursor {
    if (value.isEmpty() || value.length() > 8192) {
      throw new IllegalArgumentException("a cursor has 1 to 8,192 characters");
    }
  }

  @Override
  public String toString() {
    return "[cursor]";
  }
}
