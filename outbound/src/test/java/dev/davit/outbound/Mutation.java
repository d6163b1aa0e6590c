package dev.davit.outbound;

import java.util.List;
import java.util.Locale;

/**
 * One small change at one place of an address, as an attacker might try it.
 *
 * @param kind 0 to 5: insert, replace, cut, double, shout, or begin again
 * @param place where; any number from 0
 * @param length how much of the address it takes
 * @param bit what is put there
 */
public record Mutation(int kind, int place, int length, String bit) {
  /** What there is to put into an address. */
  public static final List<String> BITS =
      List.of(
          "@",
          "\\",
          "/",
          "//",
          ":",
          ":443",
          ":8443",
          ":80",
          ":0",
          "%",
          "%2f",
          "%2e",
          "%00",
          "%40",
          "\0",
          "\t",
          "\r\n",
          " ",
          "#",
          "?",
          "[",
          "]",
          "[::1]",
          ".",
          "..",
          "127.0.0.1",
          "127.1",
          "0x7f",
          "0177",
          "2130706433",
          "localhost",
          "169.254.169.254",
          "\u3002",
          "\uff0e",
          "\u2460",
          "\uff11",
          "\u200b",
          "\u212a",
          "\ud800",
          "é",
          "xn--",
          "https",
          "http",
          "ftp:",
          "https://",
          ".lan",
          ".internal",
          "-",
          "_",
          ";",
          ",",
          "1",
          "0",
          "a",
          "%25",
          "::",
          "ffff");

  /** The address after all of these changes. */
  public static String all(String address, List<Mutation> mutations) {
    String text = address;
    for (Mutation mutation : mutations) {
      text = mutation.apply(text);
    }
    return text;
  }

  private String apply(String text) {
    int at = text.isEmpty() ? 0 : place % text.length();
    int end = Math.min(text.length(), at + length);
    String cut = text.substring(at, end);
    return switch (kind) {
      case 0 -> text.substring(0, at) + bit + text.substring(at);
      case 1 -> text.substring(0, at) + bit + text.substring(end);
      case 2 -> text.substring(0, at) + text.substring(end);
      case 3 -> text.substring(0, at) + cut + cut + text.substring(end);
      case 4 -> text.substring(0, at) + cut.toUpperCase(Locale.ROOT) + text.substring(end);
      default -> "https://" + bit + text.substring(at);
    };
  }
}
