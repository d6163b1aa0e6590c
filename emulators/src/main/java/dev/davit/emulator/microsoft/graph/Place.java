package dev.davit.emulator.microsoft.graph;

import java.util.Optional;

/**
 * Where something is written: a name in a folder, where there may be something already. Good under
 * the lock that it was found under only.
 */
record Place(Item parent, String name) {
  /** What is there. */
  Optional<Item> there() {
    return Optional.ofNullable(parent.children.get(Item.key(name)));
  }
}
