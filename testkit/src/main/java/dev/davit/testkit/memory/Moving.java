package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import org.jspecify.annotations.Nullable;

/** What changes the shape of a tree. */
final class Moving {
  private Moving() {}

  static Entry createFolder(MemoryAccount account, EntryId parent, String name) {
    return account.alone(
        () -> {
          String free = account.place(parent, name, ConflictPolicy.FAIL, null);
          MemoryServer server = account.server();
          Node node = new Node(server.newId(), parent, free, null, null, server.now(), 0);
          account.tree().put(node);
          return node.entry();
        });
  }

  static Entry move(
      MemoryAccount account, EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    return account.alone(
        () -> {
          Tree tree = account.tree();
          Node node = movable(tree.get(id));
          if (tree.isWithin(folder, id)) {
            throw new CloudException(
                ErrorKind.INVALID_REQUEST, "A folder can't be moved into itself.");
          }
          String free = account.place(folder, name, conflict, node);
          removeOther(tree, tree.child(folder, free), node);
          tree.put(node.at(folder, free));
          return tree.get(id).entry();
        });
  }

  /** Into the bin. */
  static Entry throwAway(MemoryAccount account, EntryId id) {
    return account.alone(
        () -> {
          Entry removed = erase(account, id);
          account.bin().add(removed.name());
          return removed;
        });
  }

  /** For good. */
  static Entry erase(MemoryAccount account, EntryId id) {
    return account.alone(
        () -> {
          Node node = movable(account.tree().get(id));
          account.tree().removeAll(node);
          return node.entry();
        });
  }

  private static Node movable(Node node) {
    if (node.isRoot()) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "The top of a storage can't be moved or removed.");
    }
    return node;
  }

  private static void removeOther(Tree tree, @Nullable Node there, Node node) {
    if (there != null && !there.id().equals(node.id())) {
      tree.removeAll(there);
    }
  }
}
