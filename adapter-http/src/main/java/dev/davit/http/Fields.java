package dev.davit.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent by name, in a body or a query, checked already.
 *
 * @param values by name
 */
record Fields(Map<String, String> values) {

  String require(String name) {
    String value = values.get(name);
    if (value == null) {
      throw Texts.refused(name, "The field " + name + " is missing.");
    }
    return value;
  }

  @Nullable String get(String name) {
    return values.get(name);
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** True or false; false where it is missing. */
  boolean flag(String name) {
    return switch (get(name, "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Texts.refused(name, "The field " + name + " must be true or false.");
    };
  }

  /** A whole number between the bounds. */
  int number(String name, int otherwise, int least, int most) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw Texts.refused(
          name, "The field " + name + " must be a number from " + least + " to " + most + ".");
    }
    return number;
  }

  @Override
  public String toString() {
    return "Fields" + values.keySet();
  }
}
