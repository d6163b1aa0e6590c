package dev.davit.internal.accounts;

import dev.davit.internal.input.Inputs;
import dev.davit.internal.input.Problems;
import java.util.Locale;
import java.util.regex.Pattern;

/** Emails as they are compared and kept: without blanks around them, in lower case. */
public final class Emails {
  private static final int LONGEST = 254;
  private static final Pattern SHAPE = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private Emails() {}

  /** As it is compared; says nothing about whether it can be one. */
  public static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** As it is kept; refused if it can't be an email. */
  public static String check(String email) {
    String normal = normal(email);
    if (normal.length() > LONGEST
        || !SHAPE.matcher(normal).matches()
        || !Inputs.isShowable(normal)) {
      throw Problems.field("email", "This is not an email address.");
    }
    return normal;
  }
}
