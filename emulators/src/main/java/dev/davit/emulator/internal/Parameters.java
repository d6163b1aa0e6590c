package dev.davit.emulator.internal;

import jakarta.servlet.http.HttpServletRequest;

/** The parameters of a command. */
public final class Parameters {
  private Parameters() {}

  /**
   * A text that must be there.
   *
   * @throws IllegalArgumentException when it is missing
   */
  public static String text(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    if (text == null) {
      throw new IllegalArgumentException("The parameter " + name + " is missing.");
    }
    return text;
  }

  /**
   * A number that must be there.
   *
   * @throws IllegalArgumentException when it is missing, or no number of at most 15 digits
   */
  public static long number(HttpServletRequest request, String name) {
    String text = text(request, name);
    if (!text.matches("-?\\d{1,15}")) {
      throw new IllegalArgumentException("The parameter " + name + " must be a number.");
    }
    return Long.parseLong(text);
  }

  /** Whether {@code on=true} is there. */
  public static boolean on(HttpServletRequest request) {
    return text(request, "on").equals("true");
  }
}
