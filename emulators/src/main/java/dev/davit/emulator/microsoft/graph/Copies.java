package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Content;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Copies, which somebody else makes while the caller waits (driveitem-copy). */
final class Copies {
  /** What is there, but not here. */
  private static final List<String> MISSING = List.of("childrenOnly", "includeAllVersionHistory");

  private static final Set<String> WRITABLE =
      Set.of("name", "parentReference", Metadata.CONFLICT, MISSING.get(0), MISSING.get(1));

  private final World world;
  private final References references;
  private final Monitors monitors;

  Copies(World world, Monitors monitors) {
    this.world = world;
    this.references = new References(world);
    this.monitors = monitors;
  }

  void copy(Call call) throws IOException {
    Metadata metadata = Metadata.of(call.json(), WRITABLE);
    if (MISSING.stream().anyMatch(metadata::isTrue)) {
      throw Refusals.notSupported("Only an item as it is can be copied here.");
    }
    Conflict conflict = metadata.conflict(call);
    String monitor = world.store().locked(() -> begin(call, metadata, conflict));
    call.response().setStatus(202);
    call.response().setHeader("Location", call.origin() + Monitors.PATH + monitor);
  }

  private String begin(Call call, Metadata metadata, Conflict conflict) {
    Item item = world.access().item(call);
    if (item.isRoot()) {
      throw Refusals.invalid("The root can't be copied.");
    }
    if (item.drive.isPersonal() && conflict != Conflict.FAIL) {
      throw Refusals.notSupported(
          "conflictBehavior is not supported for copies on OneDrive of Microsoft accounts.");
    }
    Item parent = parent(call, item, metadata);
    if (parent.isWithin(item)) {
      throw Refusals.invalid("A folder can't be copied into itself.");
    }
    String name = metadata.text("name").orElse(item.name);
    Names.check(name, parent);
    String free = world.writes().free(new Place(parent, name), conflict, true);
    Writes.room(parent.drive, item.size);
    return monitors.begin(call, () -> copy(item, parent, free, call.who()));
  }

  private Item parent(Call call, Item item, Metadata metadata) {
    Optional<Item> named = references.find(call, metadata.object("parentReference"), item.drive);
    Item parent = named.orElse(item.parent);
    if (parent == null) {
      throw Refusals.notFound();
    }
    world.access().write(parent, call.who());
    return parent;
  }

  /** Under the lock; where the name is taken by now, it is another. */
  private Item copy(Item item, Item parent, String name, Who who) {
    if (item.deleted || parent.deleted) {
      throw Refusals.notFound();
    }
    List<Item> children = List.copyOf(item.children.values());
    Item copy = world.store().add(parent, item.kind, Store.free(parent, name), who.account());
    copy.target = item.target;
    copy.packageType = item.packageType;
    copy.clientCreated = item.clientCreated;
    copy.clientModified = item.clientModified;
    Content content = item.content;
    if (content != null) {
      world.store().write(copy, content, item.mimeType, item.text);
    }
    children.forEach(child -> copy(child, copy, child.name, who));
    return copy;
  }
}
