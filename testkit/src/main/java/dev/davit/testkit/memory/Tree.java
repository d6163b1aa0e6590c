package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files and folders of one account, and which of them changed. Guarded by its account. */
final class Tree {
  private final Map<EntryId, Node> nodes = new HashMap<>();
  private final Map<EntryId, SortedMap<String, Node>> children = new HashMap<>();
  private final List<EntryId> changed = new ArrayList<>();

  Tree(Node root) {
    nodes.put(root.id(), root);
    children.put(root.id(), new TreeMap<>());
  }

  Optional<Node> find(EntryId id) {
    return Optional.ofNullable(nodes.get(id));
  }

  Node get(EntryId id) {
    return find(id)
        .orElseThrow(
            () -> new CloudException(ErrorKind.NOT_FOUND, "There is no such file or folder."));
  }

  /** A folder's children by name. */
  SortedMap<String, Node> children(EntryId folder) {
    SortedMap<String, Node> found = children.get(get(folder).id());
    if (found == null) {
      throw new CloudException(ErrorKind.INVALID_REQUEST, "This is a file, not a folder.");
    }
    return found;
  }

  @Nullable Node child(EntryId folder, String name) {
    return children(folder).get(name);
  }

  Collection<Node> all() {
    return nodes.values();
  }

  /** Puts a node where it says that it is; what is of that name there must be gone already. */
  void put(Node node) {
    remove(nodes.get(node.id()));
    nodes.put(node.id(), node);
    if (node.isFolder()) {
      children.computeIfAbsent(node.id(), id -> new TreeMap<>());
    }
    if (node.parent() != null) {
      children(node.parent()).put(node.name(), node);
    }
    changed.add(node.id());
  }

  /** Removes a node with all that is in it. */
  void removeAll(Node node) {
    if (node.isFolder()) {
      List.copyOf(children(node.id()).values()).forEach(this::removeAll);
      children.remove(node.id());
    }
    remove(node);
    changed.add(node.id());
  }

  /** Whether the first is the second, or is in it. */
  boolean isWithin(EntryId inner, EntryId outer) {
    for (EntryId id = inner; id != null; id = get(id).parent()) {
      if (id.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  long used() {
    return nodes.values().stream()
        .map(Node::blob)
        .mapToLong(blob -> blob == null ? 0 : blob.size())
        .sum();
  }

  List<EntryId> changed() {
    return changed;
  }

  private void remove(@Nullable Node node) {
    if (node != null && nodes.remove(node.id()) != null && node.parent() != null) {
      children(node.parent()).remove(node.name());
    }
  }
}
