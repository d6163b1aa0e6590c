package dev.davit.outbound.transfer;

import java.util.function.ToIntFunction;

/** Another name in place of one that is taken. */
public final class OtherName {
  /** What is longer is no ending that tells anything. */
  private static final int MAX_ENDING = 64;

  private OtherName() {}

  /**
   * Makes one: {@code report (2).pdf}; cut where it has to be.
   *
   * @param mark what stands between the brackets
   * @param most how long it may be
   * @param length how long a text is
   */
  public static String of(String name, String mark, int most, ToIntFunction<String> length) {
    int dot = name.lastIndexOf('.');
    boolean ends = dot > 0 && length.applyAsInt(name.substring(dot)) <= MAX_ENDING;
    String ending = " (" + mark + ")" + (ends ? name.substring(dot) : "");
    String stem = ends ? name.substring(0, dot) : name;
    while (length.applyAsInt(stem) + length.applyAsInt(ending) > most) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + ending;
  }
}
