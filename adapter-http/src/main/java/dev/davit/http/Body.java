package dev.davit.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a route reads from the body of a request.
 *
 * @param kind in which form
 * @param required the fields that must be there
 * @param optional the fields that may be there
 */
record Body(Kind kind, List<String> required, List<String> optional) {
  static final Body NONE = new Body(Kind.NONE, List.of(), List.of());
  static final Body FILE = new Body(Kind.FILE, List.of(), List.of());

  /** In which form a body comes. */
  enum Kind {
    /** There is none; should one come, nobody reads it. */
    NONE,
    /** A flat object of texts. */
    JSON,
    /** The same, with further fields that depend on the provider. */
    OPEN_JSON,
    /** The bytes of a file, or a multipart form with one part {@code file}. */
    FILE
  }

  static Body json(List<String> required, List<String> optional) {
    return new Body(Kind.JSON, required, optional);
  }

  boolean isJson() {
    return kind == Kind.JSON || kind == Kind.OPEN_JSON;
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>(required);
    names.addAll(optional);
    return names;
  }
}
