package dev.davit.emulator.microsoft.graph;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A method with its place below a drive, and who does it.
 *
 * @param item whether it is about an item, not about the drive
 * @param action what comes last in the path, such as {@code /children}; empty for the resource
 * @param options which options of OData it takes
 */
record Route(String verb, boolean item, Pattern action, Set<String> options, Handler handler) {
  /** What does a method. */
  @FunctionalInterface
  interface Handler {
    void handle(Call call) throws IOException;
  }

  /** One about an item. */
  static Route item(String verb, String action, Set<String> options, Handler handler) {
    return new Route(verb, true, Pattern.compile(action), options, handler);
  }

  /** One about a drive. */
  static Route drive(String verb, String action, Set<String> options, Handler handler) {
    return new Route(verb, false, Pattern.compile(action), options, handler);
  }

  boolean isAt(Address address) {
    return item == address.isItem() && action.matcher(address.action()).matches();
  }
}
