package dev.davit.testkit.memory;

import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.EntryId;
import java.util.List;

/** The changes of an account from its beginning; a cursor is a position in them. */
record MemoryChanges(Gate gate) implements Changes {
  private static final int PAGE = 100;

  @Override
  public Cursor now() {
    return gate.call(
        "now", account -> account.alone(() -> cursor(account.tree().changed().size())));
  }

  @Override
  public Page since(Cursor since) {
    return gate.call("since", account -> account.alone(() -> page(account.tree(), since)));
  }

  private static Page page(Tree tree, Cursor since) {
    List<EntryId> changed = tree.changed();
    int first = position(since, changed.size());
    int end = Math.min(changed.size(), first + PAGE);
    List<Change> changes =
        changed.subList(first, end).stream().map(id -> change(tree, id)).toList();
    return new Page(changes, cursor(end), end < changed.size());
  }

  private static Change change(Tree tree, EntryId id) {
    return new Change(id, tree.find(id).map(Node::entry).orElse(null));
  }

  private static Cursor cursor(int position) {
    return new Cursor("changes:" + position);
  }

  private static int position(Cursor cursor, int end) {
    String value = cursor.value();
    if (!value.matches("changes:[0-9]{1,9}")) {
      throw Pages.invalid();
    }
    int position = Integer.parseInt(value.substring("changes:".length()));
    if (position > end) {
      throw Pages.invalid();
    }
    return position;
  }
}
