package dev.davit.emulator.microsoft.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tokens of delta stand for; those of another run are not known. */
final class DeltaTokens {
  private static final Pattern FORM =
      Pattern.compile("(?<run>[^;]+);(?<all>[01]);(?<begun>\\d{1,18});(?<read>\\d{1,18})");

  /**
   * Where somebody is in the changes.
   *
   * @param all whether it is everything that is there, not only what has changed since
   * @param begun the last change when they began
   * @param read the last change that they know
   */
  record Position(boolean all, long begun, long read) {
    Position at(long change) {
      return new Position(all, begun, change);
    }
  }

  private final String run;

  DeltaTokens(String run) {
    this.run = run;
  }

  static Position everything(long last) {
    return new Position(true, last, 0);
  }

  static Position since(long change) {
    return new Position(false, change, change);
  }

  String text(Position position) {
    String plain =
        run + ";" + (position.all() ? 1 : 0) + ";" + position.begun() + ";" + position.read();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty for one of another run, or of nobody's. */
  Optional<Position> read(String token) {
    Matcher form = FORM.matcher(plain(token));
    return form.matches() && form.group("run").equals(run)
        ? Optional.of(
            new Position(
                form.group("all").equals("1"),
                Long.parseLong(form.group("begun")),
                Long.parseLong(form.group("read"))))
        : Optional.empty();
  }

  private static String plain(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
