package dev.davit.emulator.google.drive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The terms of a search, each with the operators that it has (guides/ref-search-terms). What is
 * found is judged under the tree's lock.
 */
final class Terms {
  /** The terms whose values are {@code true} and {@code false}. */
  static final Set<String> BOOLEANS = Set.of("trashed", "starred", "sharedWithMe");

  private final Tree tree;
  private final Access access;
  private final Who who;

  Terms(Tree tree, Access access, Who who) {
    this.tree = tree;
    this.access = access;
    this.who = who;
  }

  /** {@code 'VALUE' in COLLECTION}. */
  Predicate<Item> in(String collection, String value) {
    return switch (collection) {
      case "parents" -> isIn(access.resolve(who, value));
      case "owners" -> item -> item.owner.equals(value.equals("me") ? who.account() : value);
      case "writers" -> item -> item.shares.getOrDefault(value, Role.NONE).atLeast(Role.WRITER);
      case "readers" -> item -> item.shares.containsKey(value);
      default -> throw Refusals.invalid("q");
    };
  }

  private static Predicate<Item> isIn(String parent) {
    return item -> parent.equals(item.parent);
  }

  /** {@code FIELD has { key='KEY' and value='VALUE' }}. */
  Predicate<Item> has(String field, String key, String value) {
    return switch (field) {
      case "properties" -> item -> value.equals(item.properties.get(key));
      case "appProperties" -> item -> value.equals(item.appProperties.get(key));
      default -> throw Refusals.invalid("q");
    };
  }

  /** {@code FIELD OPERATOR VALUE}. */
  Predicate<Item> compare(String field, String operator, String value) {
    return switch (field) {
      case "name" -> name(operator, value);
      case "fullText" -> fullText(operator, value);
      case "mimeType" -> type(operator, value);
      case "modifiedTime" -> time(operator, value, true);
      case "createdTime" -> time(operator, value, false);
      case "trashed" -> flag(operator, value, tree::isTrashed);
      case "starred" -> flag(operator, value, item -> item.starred);
      case "sharedWithMe" -> flag(operator, value, item -> item.shares.containsKey(who.account()));
      default -> throw Refusals.invalid("q");
    };
  }

  /** {@code contains} finds beginnings of words only; case does not matter. */
  private static Predicate<Item> name(String operator, String value) {
    String wanted = folded(value);
    return switch (operator) {
      case "=" -> item -> folded(item.name).equals(wanted);
      case "!=" -> item -> !folded(item.name).equals(wanted);
      case "contains" -> item -> hasWord(folded(item.name), wanted);
      default -> throw Refusals.invalid("q");
    };
  }

  private static boolean hasWord(String text, String beginning) {
    return text.startsWith(beginning)
        || Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1)).anyMatch(w -> w.startsWith(beginning));
  }

  private static Predicate<Item> fullText(String operator, String value) {
    if (!operator.equals("contains")) {
      throw Refusals.invalid("q");
    }
    String wanted = folded(value.replaceAll("^\"(.*)\"$", "$1"));
    return item ->
        hasWord(folded(item.name), wanted)
            || folded(item.description).contains(wanted)
            || item.text.contains(wanted);
  }

  private static Predicate<Item> type(String operator, String value) {
    return switch (operator) {
      case "=" -> item -> item.mimeType.equals(value);
      case "!=" -> item -> !item.mimeType.equals(value);
      case "contains" -> item -> item.mimeType.contains(value);
      default -> throw Refusals.invalid("q");
    };
  }

  private static Predicate<Item> time(String operator, String value, boolean modified) {
    Instant limit = instant(value);
    Predicate<Integer> sign = sign(operator);
    return item -> sign.test((modified ? item.modified : item.created).compareTo(limit));
  }

  private static Predicate<Integer> sign(String operator) {
    Map<String, Predicate<Integer>> signs =
        Map.of(
            "<", sign -> sign < 0,
            "<=", sign -> sign <= 0,
            "=", sign -> sign == 0,
            "!=", sign -> sign != 0,
            ">", sign -> sign > 0,
            ">=", sign -> sign >= 0);
    Predicate<Integer> found = signs.get(operator);
    if (found == null) {
      throw Refusals.invalid("q");
    }
    return found;
  }

  /** RFC 3339; UTC where it says no zone. */
  private static Instant instant(String value) {
    try {
      return value.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
          ? OffsetDateTime.parse(value).toInstant()
          : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw Refusals.invalid("q");
    }
  }

  private static Predicate<Item> flag(String operator, String value, Predicate<Item> flag) {
    if (!Set.of("true", "false").contains(value) || !Set.of("=", "!=").contains(operator)) {
      throw Refusals.invalid("q");
    }
    return value.equals("true") == operator.equals("=") ? flag : flag.negate();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
