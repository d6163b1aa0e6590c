package dev.davit.testkit.memory;

import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Search;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds entries whose name holds the words, in any case of letters. */
record MemorySearch(Gate gate) implements Search {
  @Override
  public Listing find(String words, int limit, @Nullable Cursor cursor) {
    return gate.call(
        "find",
        account ->
            account.alone(
                () -> Pages.page("words", matches(account.tree(), words), limit, cursor)));
  }

  private static SortedMap<String, Node> matches(Tree tree, String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    SortedMap<String, Node> found = new TreeMap<>();
    for (Node node : tree.all()) {
      if (!node.isRoot() && node.name().toLowerCase(Locale.ROOT).contains(wanted)) {
        found.put(node.name() + '\0' + node.id(), node);
      }
    }
    return found;
  }
}
