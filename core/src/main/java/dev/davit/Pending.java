package dev.davit;

/** Stands in for a body that is still to be written. */
final class Pending {
  private Pending() {}

  @SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"})
  static <T> T body() {
    throw new UnsupportedOperationException();
  }
}
