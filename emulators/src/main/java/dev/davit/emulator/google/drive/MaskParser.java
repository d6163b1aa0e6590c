package dev.davit.emulator.google.drive;

/** Reads {@code fields}. */
final class MaskParser {
  private final String text;
  private int at;

  MaskParser(String text) {
    this.text = text;
  }

  Mask parse(String type) {
    Mask mask = new Mask();
    list(mask, type);
    if (at < text.length()) {
      throw invalid(text);
    }
    return mask;
  }

  private void list(Mask mask, String type) {
    do {
      path(mask, type);
    } while (take(','));
  }

  private void path(Mask mask, String type) {
    String name = name();
    if (name.equals("*")) {
      mask.takeAll();
      return;
    }
    String inner = Schema.field(type, name).orElseThrow(() -> invalid(name));
    Mask field = mask.field(name);
    if (take('/')) {
      path(field, inner);
    } else if (take('(')) {
      list(field, inner);
      if (!take(')')) {
        throw invalid(text);
      }
    } else {
      field.takeAll();
    }
  }

  private String name() {
    skipSpaces();
    int from = at;
    while (at < text.length() && isPart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at);
    if (name.isEmpty()) {
      throw invalid(text);
    }
    return name;
  }

  private static boolean isPart(char c) {
    return ",/() ".indexOf(c) < 0;
  }

  private boolean take(char wanted) {
    skipSpaces();
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private static DriveError invalid(String what) {
    return DriveError.of(400, "invalidParameter", "Invalid field selection " + what).at("fields");
  }
}
