package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Copying;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.util.List;

record MemoryCopying(Gate gate) implements Copying {
  @Override
  public Entry copy(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    return gate.call(
        "copy", account -> account.alone(() -> copy(account, id, folder, name, conflict).entry()));
  }

  private static Node copy(
      MemoryAccount account, EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    Tree tree = account.tree();
    Node node = tree.get(id);
    if (node.isRoot() || tree.isWithin(folder, id)) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "A folder can't be copied into itself.");
    }
    Node there = tree.child(folder, name);
    if (node.isFolder() && there != null && conflict == ConflictPolicy.REPLACE) {
      throw MemoryAccount.taken();
    }
    account.checkRoom(size(tree, node));
    return put(account, node, folder, account.place(folder, name, conflict, null));
  }

  private static Node put(MemoryAccount account, Node node, EntryId folder, String name) {
    if (!node.isFolder()) {
      return account.putFile(folder, name, node.bytes(), node.contentType());
    }
    MemoryServer server = account.server();
    Node copy = new Node(server.newId(), folder, name, null, null, server.now(), 0);
    account.tree().put(copy);
    for (Node child : List.copyOf(account.tree().children(node.id()).values())) {
      put(account, child, copy.id(), child.name());
    }
    return copy;
  }

  private static long size(Tree tree, Node node) {
    return node.isFolder()
        ? tree.children(node.id()).values().stream().mapToLong(child -> size(tree, child)).sum()
        : node.bytes().size();
  }
}
